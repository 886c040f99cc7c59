# /// script
# [tool.snippet]
# start-methods = ["spawn", "forkserver"]
# ///
"""See that a chunk counts as one task, however many calls it holds."""

import os
from collections import Counter
from multiprocessing import Pool


def who_does(task):
    return os.getpid()


def calls_per_process(chunksize):
    with Pool(1, maxtasksperchild=1) as pool:
        pids = pool.map(who_does, range(6), chunksize=chunksize)
    return list(Counter(pids).values())


if __name__ == "__main__":
    print("chunksize 3:", calls_per_process(3))
    print("the default:", calls_per_process(None))
    print("chunksize 1:", calls_per_process(1))
