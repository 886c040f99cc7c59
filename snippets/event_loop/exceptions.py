# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""See where the exceptions of run_in_executor() come out."""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def not_asked_for(loop, context):
    print(f"{context['message']}: {context['exception']!r}")


async def main(executor):
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(executor, int, "ten")
    except ValueError as error:
        print("at the await:", error)
        print("its cause:", type(error.__cause__).__name__)

    loop.set_exception_handler(not_asked_for)
    future = loop.run_in_executor(executor, int, "six")
    await asyncio.wait([future])  # waits, but asks for no result
    del future

    try:
        await loop.run_in_executor(executor, os._exit, 1)
    except BrokenProcessPool:
        print("at the await: the worker is gone")


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        asyncio.run(main(executor))
