# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Let asyncio tell when a connection can be read, without a thread."""

import asyncio
from multiprocessing import Pipe, Process


def report(sender):
    for number in (1, 2, 3):
        sender.send(number)


async def receive_all(receiver):
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(receiver.fileno(), readable.set)
    try:
        while True:
            await readable.wait()
            readable.clear()
            while receiver.poll():
                print("received:", receiver.recv())
    except EOFError:
        print("no more")
    finally:
        loop.remove_reader(receiver.fileno())


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=report, args=(sender,))
    child.start()
    sender.close()
    asyncio.run(receive_all(receiver))
    child.join()
