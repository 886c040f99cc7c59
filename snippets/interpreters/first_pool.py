# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Count primes in two workers that have an interpreter each."""

import os
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor


def count_primes(limit):
    """Count those below the limit."""
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


def where_am_i():
    return os.getpid(), interpreters.get_current().id


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=2) as executor:
        for count in executor.map(count_primes, [10, 100, 1000]):
            print("primes:", count)
        process, interpreter = executor.submit(where_am_i).result()
    print("a worker is in this process:", process == os.getpid())
    print("... and in the main interpreter:", interpreter == 0)
