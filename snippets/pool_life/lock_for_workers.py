"""Give each worker a lock, and send one with a task instead."""

from multiprocessing import Lock, Pool, Value
from time import sleep

worker = {}


def share(lock, total):
    worker["lock"], worker["total"] = lock, total


def add(number):
    with worker["lock"]:
        before = worker["total"].value
        sleep(0.001)  # without the lock, others would write now
        worker["total"].value = before + number


def add_with(lock):
    pass


if __name__ == "__main__":
    lock = Lock()
    total = Value("i", 0, lock=False)
    with Pool(2, initializer=share, initargs=(lock, total)) as pool:
        pool.map(add, [1] * 100, chunksize=10)
        print("total:", total.value)
        try:
            pool.map(add_with, [lock])
        except RuntimeError as error:
            print("RuntimeError:", error)
