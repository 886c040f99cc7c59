# /// script
# [tool.snippet]
# raises = "BrokenProcessPool"
# child-exits = [-15]
# ///
"""Raise an exception that asks for more than it hands to super()."""

from concurrent.futures import ProcessPoolExecutor


class OrderError(Exception):
    def __init__(self, item, stock):
        super().__init__(f"only {stock} of {item} left")


def order(item):
    raise OrderError(item, 2)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(order, "tea").result()
