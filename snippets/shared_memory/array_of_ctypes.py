# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 30
# ///
"""Use a multiprocessing.Array as a NumPy array, under its lock."""

from multiprocessing import Array, Process

import numpy

ROUNDS = 200


def as_array(shared):
    return numpy.frombuffer(shared.get_obj(), dtype=numpy.int64)


def add_one(shared):
    array = as_array(shared)
    for _ in range(ROUNDS):
        with shared.get_lock():  # += reads and writes
            array += 1


if __name__ == "__main__":
    shared = Array("q", 1_000)
    processes = [Process(target=add_one, args=(shared,)) for _ in "12"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    array = as_array(shared).reshape(10, 100)
    print("from", array.min(), "to", array.max())
