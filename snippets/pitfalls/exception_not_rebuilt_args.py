# /// script
# [tool.snippet]
# raises = "OrderError"
# ///
"""Hand all arguments to super(): the exception gets home."""

from concurrent.futures import ProcessPoolExecutor


class OrderError(Exception):
    def __init__(self, item, stock):
        super().__init__(item, stock)
        self.item = item
        self.stock = stock

    def __str__(self):
        return f"only {self.stock} of {self.item} left"


def order(item):
    raise OrderError(item, 2)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(order, "tea").result()
