"""Use a pool, which replaces its workers by any start method."""

import os
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1, maxtasksperchild=1) as pool:
        first = pool.apply(os.getpid)
        second = pool.apply(os.getpid)
        print("another worker for the second task:", first != second)
