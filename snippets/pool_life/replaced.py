# /// script
# [tool.snippet]
# start-methods = ["spawn", "forkserver"]
# ///
"""Replace the worker after two tasks, and see who did which."""

import os
from itertools import groupby
from multiprocessing import Pool


def who_does(task):
    return os.getpid()


if __name__ == "__main__":
    with Pool(1, maxtasksperchild=2) as pool:
        pids = pool.map(who_does, range(6), chunksize=1)
    turns = [len(list(turn)) for _, turn in groupby(pids)]
    print("tasks done by each worker in turn:", turns)
    print("processes:", len(set(pids)))
