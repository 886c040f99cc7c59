"""Give an executor a top-level function, with its factor bound."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial


def scale(factor, number):
    return number * factor


def make_scaler(factor):
    return partial(scale, factor)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        print(executor.submit(make_scaler(3), 14).result())
