# /// script
# [tool.snippet]
# raises = "BrokenProcessPool"
# ///
"""Forget the comma in initargs: a text is not a tuple of one."""

from concurrent.futures import ProcessPoolExecutor


def load_prices(path):
    print("loading", path)


def double(number):
    return number * 2


if __name__ == "__main__":
    with ProcessPoolExecutor(  # type: ignore
        1, initializer=load_prices, initargs=("prices.csv")
    ) as executor:
        print(executor.submit(double, 21).result())
