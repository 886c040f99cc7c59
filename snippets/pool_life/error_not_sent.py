# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Raise an error that holds a lock, which cannot be sent."""

import threading
from multiprocessing import Pool


class BusyError(Exception):
    def __init__(self, item):
        super().__init__(item)
        self.lock = threading.Lock()


def sell(item):
    raise BusyError(item)


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.apply(sell, ("tea",))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
