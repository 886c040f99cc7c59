# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Compute in threads or interpreters: only the executor differs."""

import asyncio
from concurrent.futures import (
    InterpreterPoolExecutor,
    ThreadPoolExecutor,
)


def count_primes(limit):
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


async def main(executor):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(executor, count_primes, 1000)


if __name__ == "__main__":
    for kind in ThreadPoolExecutor, InterpreterPoolExecutor:
        with kind(max_workers=2) as executor:
            print(f"{kind.__name__}: {asyncio.run(main(executor))}")
