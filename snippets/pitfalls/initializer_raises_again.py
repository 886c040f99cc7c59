# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Let the initializer fail twice: a pool tries until it succeeds."""

from multiprocessing import Pool, Semaphore


def connect(failures):
    if failures.acquire(block=False):
        raise ConnectionError("no database there")


def double(number):
    return number * 2


if __name__ == "__main__":
    with Pool(1, connect, initargs=(Semaphore(2),)) as pool:
        print(pool.map(double, [1, 2, 3]))
