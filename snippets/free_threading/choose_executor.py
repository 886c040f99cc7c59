"""Take threads where they compute in parallel, processes elsewhere."""

import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def count_primes(limit):
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


def executor_for_computing(workers):
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    kind = ProcessPoolExecutor if gil else ThreadPoolExecutor
    return kind(max_workers=workers)


if __name__ == "__main__":
    with executor_for_computing(2) as executor:
        print(type(executor).__name__)
        print(list(executor.map(count_primes, [10, 100, 1000])))
