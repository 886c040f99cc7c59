# /// script
# dependencies = ["numpy", "threadpoolctl"]
# [tool.snippet]
# output = "varies"
# matches = 'eight products.*?\n(\S+ +\S+( +\d+\.\d+){3}\n)+'
# runs = 2
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time matrix products in pools, by the threads of each worker."""

from multiprocessing import Barrier, Pool
from statistics import median
from time import perf_counter

import numpy
from threadpoolctl import threadpool_limits

TASKS, TIMES = 8, 7


def get_ready(barrier, limit):
    global square
    if limit:
        threadpool_limits(limit)
    square = numpy.random.default_rng(1).random((400, 400))
    multiply(None)  # the first product also prepares things
    barrier.wait()


def multiply(_):
    return (square @ square).trace()


def measure(workers, limit):
    """Return the times of all tasks, in milliseconds."""
    barrier, times = Barrier(workers + 1), []
    with Pool(workers, get_ready, (barrier, limit)) as pool:
        barrier.wait()
        for _ in range(TIMES):
            began = perf_counter()
            pool.map(multiply, range(TASKS), chunksize=1)
            times.append(1000 * (perf_counter() - began))
    return times


if __name__ == "__main__":
    print(f"eight products of matrices, ms, {TIMES} times each")
    print("workers    threads      lowest   median  highest")
    for workers in 1, 2, 4, 8:
        for limit in None, 1:
            times = measure(workers, limit)
            name = "1-each" if limit else "no-limit"
            numbers = min(times), median(times), max(times)
            row = "".join(f"{ms:9.2f}" for ms in numbers)
            print(f"{workers}-at-once  {name:10}{row}")
