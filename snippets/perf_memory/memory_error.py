# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Limit the memory of a worker, and give it a task that needs more."""

import resource
from concurrent.futures import ProcessPoolExecutor

LIMIT = 4 << 30  # 4 GiB
TOO_MUCH = 8 << 30


def limit_memory(size):
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def zeros(size):
    return len(bytes(size))


if __name__ == "__main__":
    with ProcessPoolExecutor(
        1, initializer=limit_memory, initargs=(LIMIT,)
    ) as executor:
        for size in TOO_MUCH, 8:
            try:
                print(executor.submit(zeros, size).result())
            except MemoryError as error:
                print(f"{size:,} of {LIMIT:,} bytes: {error!r}")
