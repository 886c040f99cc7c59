"""Map over three tasks of which the first ends last."""

from multiprocessing import Event, Pool

shared = {}


def share(event):
    shared["third ended"] = event


def work(number):
    if number == 1:
        shared["third ended"].wait()  # a slow task
    print("ends:", number, flush=True)
    if number == 3:
        shared["third ended"].set()
    return number * 10


if __name__ == "__main__":
    event = Event()
    with Pool(2, initializer=share, initargs=(event,)) as pool:
        print(pool.map(work, [1, 2, 3]))
