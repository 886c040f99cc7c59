"""Square ten numbers in three processes, with a pool."""

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(processes=3) as pool:
        print(pool.map(square, range(10)))
