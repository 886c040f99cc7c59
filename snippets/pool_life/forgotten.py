# /// script
# [tool.snippet]
# options = ["-W", "default"]
# ///
"""Forget to end a pool, with warnings shown."""

from multiprocessing import Pool


def double(number):
    return number * 2


def count():
    pool = Pool(2)
    print(pool.map(double, [1, 2, 3]))


if __name__ == "__main__":
    count()
    print("the pool is gone")
