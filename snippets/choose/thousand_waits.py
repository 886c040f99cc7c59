# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Wait for 1000 answers at the same time, in one thread."""

import asyncio
import threading


async def download(number, all_asked):
    # Like a request: nothing goes on here until the answer comes,
    # and in this program it comes when all 1000 have been asked for.
    await all_asked.wait()
    return number


async def main():
    all_asked = asyncio.Barrier(1000)
    async with asyncio.timeout(60):
        numbers = await asyncio.gather(
            *(download(number, all_asked) for number in range(1000))
        )
    print("answers:", len(numbers))
    print("threads:", threading.active_count())


if __name__ == "__main__":
    asyncio.run(main())
