# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Let an alarm interrupt a task in the worker that runs it."""

import signal
import time
from multiprocessing import Pool


class OutOfTime(Exception):
    pass


def ring(number, frame):
    raise OutOfTime


def work(seconds, limit):
    signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, limit)
        time.sleep(seconds)
    except OutOfTime:
        return f"stopped after {limit} s"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return "done"


if __name__ == "__main__":
    with Pool(1) as pool:
        print("stuck task:", pool.apply(work, (600, 0.3)))
        print("quick task:", pool.apply(work, (0, 60)))
        left = pool.apply(signal.getitimer, (signal.ITIMER_REAL,))
        print("alarm and interval afterwards:", left)
