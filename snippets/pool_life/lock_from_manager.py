"""Send a manager's lock as an argument of each task."""

from functools import partial
from multiprocessing import Manager, Pool, Value
from time import sleep

worker = {}


def share(total):
    worker["total"] = total


def add(lock, number):
    with lock:
        before = worker["total"].value
        sleep(0.001)  # without the lock, others would write now
        worker["total"].value = before + number


if __name__ == "__main__":
    total = Value("i", 0, lock=False)
    with (
        Manager() as manager,
        Pool(2, initializer=share, initargs=(total,)) as pool,
    ):
        lock = manager.Lock()
        pool.map(partial(add, lock), [1] * 100, chunksize=10)
        print("a", type(lock).__name__, "can be sent")
    print("total:", total.value)
