# /// script
# [tool.snippet]
# raises = "BrokenProcessPool"
# ///
"""Raise an exception in the initializer of an executor's worker."""

from concurrent.futures import ProcessPoolExecutor


def load_prices(path):
    with open(path) as file:
        return file.read()


if __name__ == "__main__":
    with ProcessPoolExecutor(
        max_workers=1, initializer=load_prices, initargs=("prices.csv",)
    ) as executor:
        print(executor.submit(abs, -5).result())
