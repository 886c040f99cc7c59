# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# platforms = ["Linux"]
# timeout = 30
# ///
"""Limit NumPy's threads before its import."""

import os
from multiprocessing import Pool

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"
import numpy  # reads the variables now


def threads_for_numpy(size):
    square = numpy.ones((size, size))
    square @ square
    return len(os.listdir("/proc/self/task"))


if __name__ == "__main__":
    with Pool(1) as pool:
        print("threads:", pool.apply(threads_for_numpy, (500,)))
