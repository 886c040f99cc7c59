# /// script
# [tool.snippet]
# output = "pattern"
# timeout = 60
# masks = { how-many = "(?<=by the with block: )\\d+" }
# ///
"""Count the printed lines that leaving a pool loses in five runs."""

import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

TASKS = 4
RUNS = 5


def print_to(path):
    sys.stdout = open(path, "a")


def report(number):
    print(f"task {number} is done")


def run_pool(path, wait):
    with Pool(2, initializer=print_to, initargs=(path,)) as pool:
        pool.map(report, range(TASKS), chunksize=1)
        if wait:
            pool.close()
            pool.join()


def lines_lost(wait):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "output.txt")
        path.touch()
        for _ in range(RUNS):
            run_pool(path, wait)
        return RUNS * TASKS - len(path.read_text().splitlines())


if __name__ == "__main__":
    print("lines printed each way:", RUNS * TASKS)
    print("lost, ended by the with block:", lines_lost(wait=False))
    print("lost, after close() and join():", lines_lost(wait=True))
