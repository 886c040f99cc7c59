# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# child-exits = [-15]
# ///
"""Terminate the workers while tasks are running, queued and pending."""

from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Event
from time import sleep

shared = {}


def share(started):
    shared["started"] = started


def work(number):
    shared["started"].set()
    sleep(3600)


if __name__ == "__main__":
    started = Event()
    executor = ProcessPoolExecutor(1, None, share, (started,))
    futures = [executor.submit(work, 1)]
    started.wait()
    futures += [executor.submit(work, number) for number in range(2, 6)]
    while not futures[2].running():
        sleep(0.01)
    executor.terminate_workers()
    for number, future in enumerate(futures, start=1):
        try:
            future.result()
        except (BrokenProcessPool, CancelledError) as error:
            print(f"task {number}: {type(error).__name__}")
    try:
        executor.submit(work, 6)
    except RuntimeError as error:
        print(f"submit(): {error}")
