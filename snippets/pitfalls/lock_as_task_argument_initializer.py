"""Hand a lock to each worker of a pool once, when it starts."""

from multiprocessing import Lock, Pool


def keep(given):
    global lock
    lock = given


def greet(name):
    with lock:
        print("hello,", name, flush=True)


if __name__ == "__main__":
    with Pool(1, initializer=keep, initargs=(Lock(),)) as pool:
        pool.map(greet, ["Ada", "Alan"])
