# /// script
# [tool.snippet]
# timeout = 30
# ///
"""At the first error cancel what waits, and ask what runs to stop."""

from concurrent.futures import (
    FIRST_EXCEPTION,
    ProcessPoolExecutor,
    wait,
)
from multiprocessing import Event

worker = {}


def remember(stop):
    worker["stop"] = stop


def copy(disk):
    if disk == "full":
        raise OSError("no space left")
    for block in range(1_000_000):
        if worker["stop"].wait(0.01):  # copy a block; is it over?
            return f"{disk}: stopped in good order"
    return f"{disk}: copied"


if __name__ == "__main__":
    stop = Event()
    with ProcessPoolExecutor(2, None, remember, (stop,)) as executor:
        disks = ["first", "full", *(f"disk {n}" for n in range(20))]
        futures = [executor.submit(copy, disk) for disk in disks]
        wait(futures, return_when=FIRST_EXCEPTION)
        for future in futures:
            future.cancel()  # does nothing to one that has begun
        stop.set()

    print("first one failed:", futures[1].exception())
    print(futures[0].result())
    print("last one cancelled:", futures[-1].cancelled())
