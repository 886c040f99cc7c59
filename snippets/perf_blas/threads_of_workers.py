# /// script
# dependencies = ["numpy", "threadpoolctl"]
# [tool.snippet]
# platforms = ["Linux"]
# output = "pattern"
# masks = { number = '(?<=by default: )[\d ]+' }
# start-methods = []
# timeout = 120
# ///
"""Ask every worker of a pool how many threads its BLAS may use."""

from multiprocessing import Barrier, Pool

import numpy  # noqa: F401  its BLAS is loaded now
from threadpoolctl import threadpool_info, threadpool_limits

WORKERS = 3


def get_ready(barrier, limit):
    global all_here
    all_here = barrier
    if limit:
        threadpool_limits(limit)


def threads_of_blas(_):
    all_here.wait()  # so that each worker gets one task
    (blas,) = (
        library
        for library in threadpool_info()
        if library["user_api"] == "blas"
    )
    return blas["num_threads"]


def ask_workers(limit=None):
    given = Barrier(WORKERS), limit
    with Pool(WORKERS, get_ready, given) as pool:
        return pool.map(threads_of_blas, range(WORKERS), chunksize=1)


if __name__ == "__main__":
    print("by default:", *ask_workers())
    print("threadpool_limits(1):", *ask_workers(limit=1))
