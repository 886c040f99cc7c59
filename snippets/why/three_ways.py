# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Compute two sums: in turn, in two threads, in two processes."""

from multiprocessing import Process, SimpleQueue
from threading import Thread

KINDS = {"threads": Thread, "processes": Process}


def add_up(first, sums):
    total = 0
    for number in range(first, 4_000_000, 2):
        total += number % 7
    sums.put(total)


def in_turn():
    sums = SimpleQueue()
    for first in (0, 1):
        add_up(first, sums)
    return sums.get() + sums.get()


def in_two(kind):
    sums = SimpleQueue()
    workers = [
        KINDS[kind](target=add_up, args=(first, sums))
        for first in (0, 1)
    ]
    for worker in workers:
        worker.start()
    both = sums.get() + sums.get()
    for worker in workers:
        worker.join()
    return both


if __name__ == "__main__":
    print("in turn:         ", in_turn())
    print("in two threads:  ", in_two("threads"))
    print("in two processes:", in_two("processes"))
