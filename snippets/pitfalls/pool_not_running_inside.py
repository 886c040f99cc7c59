"""Keep everything that needs the pool inside its with block."""

from multiprocessing import Pool


def double(number):
    return number * 2


if __name__ == "__main__":
    with Pool(1) as pool:
        doubled = pool.map(double, [1, 2, 3])
        print(pool.map(double, doubled))
