# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Use threads behind the methods of a pool: they share memory."""

from multiprocessing.pool import ThreadPool

doubled = {}


def double(number):
    doubled[number] = number * 2


if __name__ == "__main__":
    with ThreadPool(processes=4) as pool:
        pool.map(double, [1, 2, 3])
        pool.close()
        pool.join()
    print("seen by the parent:", sorted(doubled.items()))
