# /// script
# dependencies = ["numpy", "threadpoolctl"]
# [tool.snippet]
# platforms = ["Linux"]
# cpus = 2
# timeout = 120
# ///
"""Limit the threads of NumPy in three places; see which one counts."""

import os
from multiprocessing import Process, SimpleQueue

import numpy  # noqa: F401  reads the variables, in each process
from threadpoolctl import threadpool_info, threadpool_limits

VARIABLES = "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"


def nothing():
    pass


def set_variables():
    os.environ.update(dict.fromkeys(VARIABLES, "1"))


def limit_threads():
    threadpool_limits(1)


def tell(prepare, answers):
    prepare()
    threads = {
        library["num_threads"]
        for library in threadpool_info()
        if library["user_api"] == "blas"
    }
    answers.put(threads == {1})


def works(prepare):
    answers = SimpleQueue()
    process = Process(target=tell, args=(prepare, answers))
    process.start()
    process.join()
    return answers.get()


if __name__ == "__main__":
    print("limited by default:           ", works(nothing))
    print("variables set in the worker:  ", works(set_variables))
    print("threadpool_limits() in worker:", works(limit_threads))
    set_variables()
    print("variables set in main:        ", works(nothing))
