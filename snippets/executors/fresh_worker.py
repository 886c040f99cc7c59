# /// script
# [tool.snippet]
# start-methods = []
# timeout = 30
# ///
"""Use a new worker for each task, and then one worker for all."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_start_method

remembered = []


def how_started():
    return get_start_method()


def remember(word):
    remembered.append(word)
    return remembered


if __name__ == "__main__":
    words = ["one", "two", "three"]
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as executor:
        print(list(executor.map(remember, words)))
        print("started by", executor.submit(how_started).result())
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(remember, words)))
