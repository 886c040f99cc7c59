# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# output = "pattern"
# masks = { number = "(?<=no limit: )\\d+" }
# platforms = ["Linux"]
# start-methods = []
# timeout = 30
# ///
"""Count the threads of a worker that multiplies two NumPy arrays."""

import os
from multiprocessing import get_context
from pathlib import Path

VARIABLES = "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"


def threads_for_numpy():
    threads = Path("/proc/self/task")
    others = len(list(threads.iterdir())) - 1
    import numpy  # its BLAS reads the variables now

    square = numpy.ones((500, 500))
    square @ square
    return len(list(threads.iterdir())) - others


if __name__ == "__main__":
    spawn = get_context("spawn")
    with spawn.Pool(1) as pool:
        print("no limit:", pool.apply(threads_for_numpy))
    for variable in VARIABLES:
        os.environ[variable] = "1"
    with spawn.Pool(1) as pool:  # starts with the variables of now
        print("limit 1:", pool.apply(threads_for_numpy))
