# /// script
# [tool.snippet]
# hangs-after = 1
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Ask for the results of a pool after its with block: none comes."""

import time
from multiprocessing import Pool


def square(number):
    time.sleep(0.2)
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(square, (n,)) for n in range(10)]
    print([result.get() for result in results])
