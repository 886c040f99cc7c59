# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# output = "pattern"
# masks = { number = "(?<=threads: )\\d+" }
# platforms = ["Linux"]
# timeout = 30
# ///
"""Limit NumPy's threads in each worker, after its import."""

import os
from multiprocessing import Pool

import numpy


def limit_threads():
    os.environ["OMP_NUM_THREADS"] = "1"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ["MKL_NUM_THREADS"] = "1"


def threads_for_numpy(size):
    square = numpy.ones((size, size))
    square @ square
    return len(os.listdir("/proc/self/task"))


if __name__ == "__main__":
    with Pool(1, limit_threads) as pool:
        print("threads:", pool.apply(threads_for_numpy, (500,)))
