# /// script
# [tool.snippet]
# cpus = 2
# start-methods = []
# alone = true
# timeout = 60
# ///
"""Count in four threads: += loses updates, append and a lock don't."""

import sys
from threading import Lock, Thread

STEPS = 50_000
count = 0
lock = Lock()


def add():
    global count
    for _ in range(STEPS):
        count += 1


def add_under_lock():
    global count
    for _ in range(STEPS):
        with lock:
            count += 1


def append(items):
    for _ in range(STEPS):
        items.append(None)


def run_four(function, *arguments):
    global count
    count = 0
    threads = [Thread(target=function, args=arguments) for _ in "1234"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return count


if __name__ == "__main__":
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("GIL enabled:", gil)
    # Up to twenty attempts: to lose an update takes two at once.
    lost = any(run_four(add) < 4 * STEPS for attempt in range(20))
    print("count += 1 lost some:", lost)
    print("lost under a lock:", 4 * STEPS - run_four(add_under_lock))
    items = []
    run_four(append, items)
    print("lost by append():", 4 * STEPS - len(items))
