"""Shut down and cancel: what the workers were given is still done."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event
from time import sleep

shared = {}


def share(started, door):
    shared["started"], shared["door"] = started, door


def enter(number):
    shared["started"].set()
    shared["door"].wait()
    return number


if __name__ == "__main__":
    started, door = both = Event(), Event()
    executor = ProcessPoolExecutor(1, None, share, both)
    futures = [executor.submit(enter, 1)]
    started.wait()
    futures += [
        executor.submit(enter, number) for number in range(2, 7)
    ]
    while not futures[2].running():
        sleep(0.01)
    executor.shutdown(wait=False, cancel_futures=True)
    while not futures[-1].cancelled():
        sleep(0.01)
    door.set()
    for future in futures:
        print("cancelled" if future.cancelled() else future.result())
