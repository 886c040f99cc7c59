# /// script
# dependencies = ["joblib", "numpy"]
# [tool.snippet]
# start-methods = []
# timeout = 60
# ///
"""Ask a task of each of joblib's backends where it runs."""

import os
import threading

import numpy as np
from joblib import Parallel, delayed

NOTES = []


def look():
    NOTES.append("seen")
    return os.getpid(), threading.get_native_id()


def is_writable(array):
    return array.flags.writeable


if __name__ == "__main__":
    array = np.ones(200_000)  # 1.6 MB
    for backend in "loky", "multiprocessing", "threading":
        NOTES.clear()
        parallel = Parallel(n_jobs=2, backend=backend)
        workers = {parallel([delayed(look)()])[0] for _ in range(3)}
        pids = {pid for pid, _ in workers}
        [writable] = parallel([delayed(is_writable)(array)])
        print(backend)
        print("  in processes of their own:", os.getpid() not in pids)
        print("  workers stay for the next call:", len(workers) < 3)
        print("  a large array is writable:", writable)
        print("  what tasks appended to NOTES:", len(NOTES))
