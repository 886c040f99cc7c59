# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# output = "pattern"
# start-methods = []
# timeout = 30
# alone = true
# ///
"""Add a million squares: a loop, two processes, and one NumPy call."""

from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

import numpy

SIZE = 1_000_000


def add_squares(start, stop):
    return sum(number * number for number in range(start, stop))


def shortest(action):
    """Run it five times; return the result and the least time."""
    seconds = []
    for _ in range(5):
        began = perf_counter()
        total = action()
        seconds.append(perf_counter() - began)
    return total, min(seconds)


if __name__ == "__main__":
    numbers = numpy.arange(SIZE)
    ends = [0, SIZE // 2], [SIZE // 2, SIZE]
    loop, loop_time = shortest(lambda: add_squares(0, SIZE))
    with ProcessPoolExecutor(2) as pool:
        halves, pool_time = shortest(
            lambda: sum(pool.map(add_squares, *ends))
        )
    array, array_time = shortest(lambda: int(numbers @ numbers))
    print("sum of squares:", array)
    print("same sum:", loop == halves == array)
    print(f"a loop:       {1000 * loop_time:.2f} ms")
    print(f"2 processes:  {1000 * pool_time:.2f} ms")
    print(f"a NumPy call: {1000 * array_time:.2f} ms")
    print("NumPy fastest:", array_time < min(loop_time, pool_time))
