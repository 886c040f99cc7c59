"""Compute in a process pool while the event loop goes on."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


async def main(executor):
    loop = asyncio.get_running_loop()
    computing = loop.run_in_executor(executor, count_primes, 3000)
    turns = 0
    while not computing.done():
        turns += 1
        await asyncio.sleep(0.01)
    print("the loop went on meanwhile:", turns > 0)
    print("primes:", await computing)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        asyncio.run(main(executor))
