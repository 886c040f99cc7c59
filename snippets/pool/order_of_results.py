"""Hold the first task back until all others are done."""

import os
from collections import Counter
from multiprocessing import Event, Pool, SimpleQueue

LAST = 6
shared = {}


def share(event, queue):
    shared["last task done"], shared["finished"] = event, queue


def do_task(number):
    if number == 0:
        shared["last task done"].wait()
    shared["finished"].put(number)
    if number == LAST:
        shared["last task done"].set()
    return number, os.getpid()


if __name__ == "__main__":
    order = SimpleQueue()
    with Pool(2, share, (Event(), order)) as pool:
        results = pool.map(do_task, range(LAST + 1), chunksize=1)
    print("order of finishing:", [order.get() for _ in results])
    print("order of results:  ", [number for number, _ in results])
    shares = Counter(pid for _, pid in results)
    print("tasks per worker:  ", sorted(shares.values()))
