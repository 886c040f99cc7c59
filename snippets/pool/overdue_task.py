# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Give a task a process of its own and a time limit, then end it."""

import time
from multiprocessing import Process


def work(name, seconds):
    time.sleep(seconds)
    print(f"{name} is done")


def run(name, seconds, limit):
    process = Process(target=work, args=(name, seconds))
    process.start()
    process.join(timeout=limit)
    if process.is_alive():
        process.terminate()
        process.join()
        print(f"{name} was stopped after {limit} s")


if __name__ == "__main__":
    run("quick task", 0, limit=60)
    run("stuck task", 600, limit=0.3)
