# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Find the attribute that keeps an object from being pickled."""

import logging
import queue
from multiprocessing.reduction import ForkingPickler


class Shop:
    def __init__(self):
        self.name = "tea shop"
        self.orders = queue.Queue()
        self.log = logging.getLogger("shop")
        self.handler = logging.StreamHandler()
        self.price = lambda item: len(item)


def find_culprits(thing):
    for name, value in vars(thing).items():
        try:
            ForkingPickler.dumps(value)
        except Exception as error:
            yield name, error


if __name__ == "__main__":
    for name, error in find_culprits(Shop()):
        print(f"{name}: {type(error).__name__}: {error}")
