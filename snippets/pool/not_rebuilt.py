# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 3
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Raise an error in a task that the parent cannot build again."""

from multiprocessing import Pool


class PriceError(Exception):
    def __init__(self, item, price):
        super().__init__(f"{item} for {price}?")


def sell(item):
    raise PriceError(item, -1)


if __name__ == "__main__":
    with Pool(processes=1) as pool:
        print(pool.map(sell, ["tea"]))
