"""Set an environment variable between one pool and the next."""

import os
from multiprocessing import Pool


def thread_limit():
    return os.environ.get("OMP_NUM_THREADS")


if __name__ == "__main__":
    with Pool(1) as pool:
        print("first pool: ", pool.apply(thread_limit))
    os.environ["OMP_NUM_THREADS"] = "1"
    print("the parent: ", thread_limit())
    with Pool(1) as pool:
        print("second pool:", pool.apply(thread_limit))
