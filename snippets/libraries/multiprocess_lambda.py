# /// script
# dependencies = ["multiprocess"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# ///
"""Send a lambda to a pool of each: multiprocessing, multiprocess."""

import multiprocessing
from pickle import PicklingError

import multiprocess

if __name__ == "__main__":
    for module in multiprocessing, multiprocess:
        with module.Pool(2) as pool:
            try:
                print(
                    module.__name__,
                    pool.map(lambda n: n * n, [1, 2, 3]),
                )
            except (AttributeError, PicklingError) as error:
                print(module.__name__, type(error).__name__)
