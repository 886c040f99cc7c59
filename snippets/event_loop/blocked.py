# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Compute inside a coroutine: nothing else has a turn."""

import asyncio


def count_primes(limit):
    numbers = range(2, limit)
    return sum(all(n % d for d in range(2, n)) for n in numbers)


async def beat(beats):
    while True:
        beats.append("beat")
        await asyncio.sleep(0)


async def main():
    beats = []
    heart = asyncio.create_task(beat(beats))
    print("primes:", count_primes(3000))
    print("beats while computing:", len(beats))
    await asyncio.sleep(0)
    print("beats after one await:", len(beats))
    heart.cancel()


if __name__ == "__main__":
    asyncio.run(main())
