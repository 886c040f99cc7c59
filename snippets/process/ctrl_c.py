# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [-15]
# ///
"""Press Ctrl-C during map(): the parent stops, the workers too."""

import os
import signal
import time
from multiprocessing import Pool, active_children


def work(number):
    time.sleep(0.5)  # the parent waits in map() by then
    os.killpg(0, signal.SIGINT)  # what Ctrl-C does in a terminal
    time.sleep(600)


if __name__ == "__main__":
    ignore_ctrl_c = (signal.SIGINT, signal.SIG_IGN)
    try:
        with Pool(1, signal.signal, ignore_ctrl_c) as pool:
            pool.map(work, [1, 2, 3])
    except KeyboardInterrupt:
        print("KeyboardInterrupt in the parent")
    print("workers left:", len(active_children()))
