# /// script
# [tool.snippet]
# start-methods = []
# raises = "TypeError"
# ///
"""Make a process pool the loop's default executor: it is refused."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def main(executor):
    loop = asyncio.get_running_loop()
    loop.set_default_executor(executor)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        asyncio.run(main(executor))
