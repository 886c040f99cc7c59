# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Wait for a process in an event loop that does something else."""

import asyncio
from multiprocessing import Event, Process


async def end_of(process):
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_reader(process.sentinel, ended.set)
    await ended.wait()
    loop.remove_reader(process.sentinel)
    process.join()


async def something_else(may_end):
    for number in (1, 2, 3):
        print("the event loop counts", number)
        await asyncio.sleep(0)
    may_end.set()


async def main():
    may_end = Event()
    process = Process(target=may_end.wait)
    process.start()
    await asyncio.gather(end_of(process), something_else(may_end))
    print("the process has ended:", process.exitcode)


if __name__ == "__main__":
    asyncio.run(main())
