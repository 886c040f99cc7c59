"""Call a function of several arguments in the workers of a pool."""

from functools import partial
from multiprocessing import Pool


def power(base, exponent, offset=0):
    return base**exponent + offset


if __name__ == "__main__":
    pairs = [(2, 3), (3, 2), (10, 4)]
    with Pool(processes=2) as pool:
        print(pool.starmap(power, pairs))
        print(pool.starmap(partial(power, offset=1), pairs))
