"""Double the numbers 1 to 10 in a pool of four workers."""

from multiprocessing import Pool


def double(number):
    return number * 2


if __name__ == "__main__":
    numbers = range(1, 11)
    with Pool(processes=4) as pool:
        results = pool.map(double, numbers)
    print("Results:", results)
