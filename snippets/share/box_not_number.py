"""Mistake a shared Value for the number that it holds."""

import operator
from multiprocessing import Value


def attempt(what, action, *arguments):
    try:
        print(f"{what}:", action(*arguments))
    except TypeError as error:
        print(f"{what}: TypeError: {error}")


if __name__ == "__main__":
    count = Value("i", 2)
    for name, it in [("count", count), ("count.value", count.value)]:
        attempt(f"{name} += 1", operator.iadd, it, 1)
        attempt(f"{name} == 2", operator.eq, it, 2)
        attempt(f"range({name})", range, it)
