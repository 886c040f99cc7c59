"""Bind an argument with partial instead of a nested function."""

from functools import partial
from multiprocessing import Process


def greet(name):
    print("hello", name)


if __name__ == "__main__":
    process = Process(target=partial(greet, "Ada"))
    process.start()
    process.join()
