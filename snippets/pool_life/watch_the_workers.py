# /// script
# [tool.snippet]
# child-exits = [7]
# ///
"""Wait for a result, and notice if a worker dies meanwhile."""

import os
from multiprocessing import Pool, active_children
from multiprocessing.connection import wait


def work(number):
    if number == 3:
        os._exit(7)  # stands for a crash, or for being killed
    return number * 2


def get_or_fail(result, workers):
    sentinels = [worker.sentinel for worker in workers]
    while not result.ready():
        if wait(sentinels, timeout=0.1):
            raise RuntimeError("a worker died")
    return result.get()


if __name__ == "__main__":
    with Pool(2) as pool:
        workers = active_children()
        for numbers in [1, 2], [3]:
            try:
                result = pool.map_async(work, numbers)
                print(get_or_fail(result, workers))
            except RuntimeError as error:
                print("RuntimeError:", error)
