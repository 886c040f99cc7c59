"""Run one program by every executor that this Python has."""

import os
from concurrent import futures

NAMES = (
    "ThreadPoolExecutor",
    "ProcessPoolExecutor",
    "InterpreterPoolExecutor",  # Python 3.14 and newer
)


def count_primes(limit):
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


def run(executor_type):
    with executor_type(max_workers=2) as executor:
        counts = list(executor.map(count_primes, [10, 100, 1000]))
        pid = executor.submit(os.getpid).result()
    where = "my process" if pid == os.getpid() else "another process"
    print(f"{executor_type.__name__}: {counts}, in {where}")


if __name__ == "__main__":
    for name in NAMES:
        if hasattr(futures, name):
            run(getattr(futures, name))
