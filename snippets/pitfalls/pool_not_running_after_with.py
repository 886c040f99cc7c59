# /// script
# [tool.snippet]
# raises = "ValueError"
# ///
"""Use a pool once more below its with block: it is not running."""

from multiprocessing import Pool


def double(number):
    return number * 2


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.map(double, [1, 2, 3]))
    print(pool.map(double, [4, 5, 6]))
