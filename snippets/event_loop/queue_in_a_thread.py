"""Read a multiprocessing queue without blocking the event loop."""

import asyncio
from multiprocessing import Process, Queue


def produce(items, answers):
    items.put("first")
    answers.get()  # wait until the main process says to go on
    items.put("second")
    items.put(None)


async def consume(items, seen):
    while (item := await asyncio.to_thread(items.get)) is not None:
        print("item:", item)
        seen.set()


async def main(process, items, answers):
    seen = asyncio.Event()
    consumer = asyncio.create_task(consume(items, seen))
    await seen.wait()
    print("get() waits in a thread, the loop is free")
    answers.put("go on")
    await consumer
    await asyncio.to_thread(process.join)
    print("exit code:", process.exitcode)


if __name__ == "__main__":
    items, answers = Queue(), Queue()
    process = Process(target=produce, args=(items, answers))
    process.start()  # before the loop runs
    asyncio.run(main(process, items, answers))
