"""Ask for the results of a pool inside its with block."""

import time
from multiprocessing import Pool


def square(number):
    time.sleep(0.2)
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(square, (n,)) for n in range(10)]
        print([result.get() for result in results])
