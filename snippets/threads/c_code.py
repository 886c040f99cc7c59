# /// script
# [tool.snippet]
# start-methods = []
# alone = true
# ///
"""C code works in a thread; can Python code run meanwhile?"""

import hashlib
from threading import Thread
from time import perf_counter

DATA = bytes(50_000_000)


def hash_bytes():
    hashlib.sha256(DATA)  # one long call that releases the GIL


def add_bytes():
    sum(DATA)  # one long call that holds the GIL


def main_thread_ran_during(task):
    """Compare the main thread's longest pause with the task."""
    took = []

    def measured():
        began = perf_counter()
        task()
        took.append(perf_counter() - began)

    longest, last = 0.0, perf_counter()
    thread = Thread(target=measured)
    thread.start()
    while thread.is_alive():
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return longest < took[0] / 2


if __name__ == "__main__":
    for task in hash_bytes, add_bytes:
        # Three attempts: a loaded machine makes pauses of its own.
        ran = any(main_thread_ran_during(task) for _ in range(3))
        print(f"main thread ran during {task.__name__}: {ran}")
