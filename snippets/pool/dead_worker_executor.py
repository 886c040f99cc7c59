# /// script
# [tool.snippet]
# child-exits = [7]
# ///
"""Let a worker of an executor die: the parent gets an exception."""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die(task):
    os._exit(7)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(die, "a task")
        try:
            future.result()
        except BrokenProcessPool as error:
            print(f"BrokenProcessPool: {error}")
