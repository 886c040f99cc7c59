# /// script
# [tool.snippet]
# hangs-after = 2
# child-exits = [-9]
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Map over files with a pool, of which one kills its worker."""

import os
import signal
from multiprocessing import Pool


def load(name):
    if name == "huge.csv":  # as the system does when memory runs out
        os.kill(os.getpid(), signal.SIGKILL)
    return f"{name} is loaded"


if __name__ == "__main__":
    names = ["small.csv", "huge.csv", "tiny.csv"]
    with Pool(processes=2) as pool:
        print(pool.map(load, names))
