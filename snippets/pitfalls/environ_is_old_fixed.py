"""Hand the variable to each worker of the new pool."""

import os
from multiprocessing import Pool


def thread_limit():
    return os.environ.get("OMP_NUM_THREADS")


def set_variables(variables):
    os.environ.update(variables)


if __name__ == "__main__":
    with Pool(1) as pool:
        print("first pool: ", pool.apply(thread_limit))
    variables = {"OMP_NUM_THREADS": "1"}
    with Pool(1, set_variables, (variables,)) as pool:
        print("second pool:", pool.apply(thread_limit))
