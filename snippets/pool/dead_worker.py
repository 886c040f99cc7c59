# /// script
# [tool.snippet]
# child-exits = [7]
# ///
"""Let a worker die in the middle of a task: no result ever comes."""

import os
from multiprocessing import Event, Pool, TimeoutError

shared = {}


def share(event):
    shared["dying"] = event


def die(task):
    shared["dying"].set()
    os._exit(7)


def add_one(number):
    return number + 1


if __name__ == "__main__":
    about_to_die = Event()
    with Pool(1, initializer=share, initargs=(about_to_die,)) as pool:
        lost = pool.apply_async(die, ("a task",))
        about_to_die.wait()
        print("a task sent later:", pool.apply(add_one, (1,)))
        try:
            lost.get(timeout=0.5)
        except TimeoutError:
            print("the task of the dead worker: no result, no error")
