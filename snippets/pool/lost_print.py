# /// script
# [tool.snippet]
# terminal = false
# ///
"""Print in a worker that is then terminated, output in a pipe."""

import time
from multiprocessing import Event, Pool

shared = {}


def share(event):
    shared["printed"] = event


def report(task):
    print("flushed at once", flush=True)
    print("left in the buffer")
    shared["printed"].set()
    time.sleep(60)


if __name__ == "__main__":
    printed = Event()
    with Pool(1, initializer=share, initargs=(printed,)) as pool:
        pool.apply_async(report, ("a task",))
        printed.wait()
    print("the pool is gone")
