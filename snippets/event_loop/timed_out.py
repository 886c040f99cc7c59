"""Give up waiting for a call: the worker finishes it all the same."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event

finished = []


def remember(*events):
    global started, go_on
    started, go_on = events


def slow(name):
    started.set()
    go_on.wait()
    finished.append(name)


def what_is_finished():
    return finished


async def main(executor, started, go_on):
    loop = asyncio.get_running_loop()
    call = loop.run_in_executor(executor, slow, "report")
    await asyncio.to_thread(started.wait)
    try:
        await asyncio.wait_for(call, timeout=0.1)
    except TimeoutError:
        print("TimeoutError, cancelled here:", call.cancelled())
    go_on.set()
    done = await loop.run_in_executor(executor, what_is_finished)
    print("finished in the worker:", done)


if __name__ == "__main__":
    events = Event(), Event()
    with ProcessPoolExecutor(1, None, remember, events) as executor:
        asyncio.run(main(executor, *events))
