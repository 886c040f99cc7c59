# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Let an executor replace its worker after two tasks."""

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby


def who_does(task):
    return os.getpid()


if __name__ == "__main__":
    with ProcessPoolExecutor(1, max_tasks_per_child=2) as executor:
        pids = list(executor.map(who_does, range(6)))
    turns = [len(list(turn)) for _, turn in groupby(pids)]
    print("tasks done by each worker in turn:", turns)
