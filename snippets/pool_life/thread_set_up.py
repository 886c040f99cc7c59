# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Let each thread of a pool open a connection of its own."""

from collections import Counter
from itertools import count
from multiprocessing.pool import ThreadPool
from threading import Barrier, local

own = local()
both = Barrier(2)


def connect(numbers):
    own.connection = f"connection {next(numbers)}"


def query(number):
    both.wait()  # so that the threads take turns
    return own.connection


if __name__ == "__main__":
    numbers = count(1)
    with ThreadPool(2, initializer=connect, initargs=[numbers]) as pool:
        used = Counter(pool.map(query, range(10), chunksize=1))
        pool.close()
        pool.join()
    for connection, times in sorted(used.items()):
        print(connection, "used", times, "times")
