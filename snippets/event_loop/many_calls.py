"""Gather calls in order, and take others as they finish."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def area(width, height, *, unit="m"):
    if width < 0:
        raise ValueError(f"negative width: {width}")
    return f"{width * height} {unit}²"


async def main(executor):
    loop = asyncio.get_running_loop()
    calls = [
        loop.run_in_executor(executor, area, width, 2)
        for width in (1, 2, -3)
    ]
    for result in await asyncio.gather(*calls, return_exceptions=True):
        print(repr(result))
    in_feet = partial(area, 5, 2, unit="ft")
    print(await loop.run_in_executor(executor, in_feet))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        asyncio.run(main(executor))
