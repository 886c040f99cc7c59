"""Pass the same argument with each item, by partial()."""

from functools import partial
from multiprocessing import Pool


def power(base, exponent):
    return base**exponent


if __name__ == "__main__":
    with Pool(2) as pool:
        for function in [
            partial(power, 2),
            partial(power, exponent=2),
            partial(power, base=2),
        ]:
            print(function.args, function.keywords, end=" ")
            try:
                print(pool.map(function, [1, 2, 3]))
            except TypeError as error:
                print(error)
