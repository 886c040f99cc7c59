# /// script
# [tool.snippet]
# exit = 1
# child-exits = [1]
# ///
"""Use the exit code when all you need to know is: did it work?"""

import sys
from multiprocessing import Process


def check(name, stock):
    if stock == 0:
        sys.exit(f"{name} is sold out")


if __name__ == "__main__":
    processes = [
        Process(target=check, args=(name, stock), name=name)
        for name, stock in {"tea": 3, "cake": 0}.items()
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    failed = [process.name for process in processes if process.exitcode]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")
