"""Give each worker a lock, and send one with a task instead."""

from multiprocessing import Lock, Pool, Value

worker = {}


def share(lock, total):
    worker["lock"], worker["total"] = lock, total


def add(number):
    with worker["lock"]:
        worker["total"].value += number


def add_with(lock):
    pass


if __name__ == "__main__":
    lock = Lock()
    total = Value("i", 0, lock=False)
    with Pool(2, initializer=share, initargs=(lock, total)) as pool:
        pool.map(add, [1] * 1000, chunksize=10)
        print("total:", total.value)
        try:
            pool.map(add_with, [lock])
        except RuntimeError as error:
            print("RuntimeError:", error)
