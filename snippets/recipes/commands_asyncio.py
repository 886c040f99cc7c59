# /// script
# requires-python = ">=3.12"
# [tool.snippet]
# start-methods = []
# timeout = 30
# output = "lines"
# ///
"""Run commands by asyncio, and read their lines as they come."""

import asyncio
import sys

SOURCE = """
import sys
for number in range(int(sys.argv[1])):
    print("file", number, flush=True)
"""


async def run(name, count, limit):
    async with limit:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", SOURCE, count),
            stdout=asyncio.subprocess.PIPE,
        )
        async for line in process.stdout:
            print(f"{name}: {line.decode().strip()}")
        print(f"{name}: exit code", await process.wait())


async def main():
    limit = asyncio.Semaphore(2)  # two commands at a time
    commands = {"photos": "2", "films": "3", "music": "1"}
    await asyncio.gather(
        *(run(name, count, limit) for name, count in commands.items())
    )


if __name__ == "__main__":
    asyncio.run(main())
