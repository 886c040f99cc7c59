# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Ask four futures of one worker what state they are in."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event
from time import sleep

shared = {}


def share(started, door):
    shared["started"], shared["door"] = started, door


def serve(guest):
    shared["started"].set()
    shared["door"].wait()
    return guest


def state(future):
    names = ["running", "done", "cancelled"]
    true = [name for name in names if getattr(future, name)()]
    return " and ".join(true) or "none of the three"


if __name__ == "__main__":
    started, door = both = Event(), Event()
    with ProcessPoolExecutor(1, None, share, both) as executor:
        futures = [executor.submit(serve, "Ann")]
        started.wait()
        for guest in "Bo", "Cy", "Di":
            futures.append(executor.submit(serve, guest))
        while not futures[2].running():
            sleep(0.01)
        for future in futures:
            print(f"{state(future)}; cancel(): {future.cancel()}")
        door.set()
    for future in futures:
        print(f"{future} is {state(future)}")
