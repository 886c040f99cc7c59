"""Give initargs as a tuple, with a comma: the worker is set up."""

from concurrent.futures import ProcessPoolExecutor


def load_prices(path):
    print("loading", path, flush=True)


def double(number):
    return number * 2


if __name__ == "__main__":
    with ProcessPoolExecutor(
        1, initializer=load_prices, initargs=("prices.csv",)
    ) as executor:
        print(executor.submit(double, 21).result())
