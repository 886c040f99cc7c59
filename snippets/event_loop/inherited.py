# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Start a process inside a running loop: is the loop's epoll open?"""

import asyncio
import os
from multiprocessing import Process


def is_open(path):
    try:
        return "eventpoll" in os.readlink(path)
    except OSError:
        return False  # the descriptor of the listing itself


def report():
    folder = "/proc/self/fd"
    paths = [f"{folder}/{name}" for name in os.listdir(folder)]
    print("epoll objects in the child:", sum(map(is_open, paths)))


async def main():
    process = Process(target=report)
    process.start()
    await asyncio.to_thread(process.join)


if __name__ == "__main__":
    asyncio.run(main())
