# /// script
# [tool.snippet]
# child-exits = [-9, -15]
# ///
"""Map over files with an executor, of which one kills its worker."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def load(name):
    if name == "huge.csv":  # as the system does when memory runs out
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{name} is loaded"


if __name__ == "__main__":
    names = ["small.csv", "huge.csv", "tiny.csv"]
    with ProcessPoolExecutor(max_workers=2) as pool:
        try:
            print(list(pool.map(load, names)))
        except BrokenProcessPool:
            print("BrokenProcessPool: a worker was killed")
