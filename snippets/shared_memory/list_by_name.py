# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Reach a list by a name of your own, and by copying it."""

import os
from multiprocessing import Pool
from multiprocessing.shared_memory import ShareableList


def double(name, position):
    numbers = ShareableList[int](name=name)  # attaches
    numbers[position] *= 2
    numbers.shm.close()


def show(what, items):
    print(what, list(items))


def make_copy(items):
    """Create a block of its own, with the same items."""
    return ShareableList(items)


def change_first(items):
    items[0] = 100


if __name__ == "__main__":
    name = f"numbers-{os.getpid()}"
    numbers = ShareableList([1, 2, 3, 4], name=name)
    with Pool(2) as pool:
        pool.starmap(double, [(name, index) for index in range(4)])
    show("doubled:", numbers)

    copy = make_copy(numbers)
    change_first(numbers)
    show("now:", numbers)
    show("the copy:", copy)
    for each in numbers, copy:
        each.shm.close()
        each.shm.unlink()
