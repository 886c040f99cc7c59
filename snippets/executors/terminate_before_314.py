# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Terminate the workers on any Python, by a private attribute."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Event
from time import sleep

shared = {}


def share(started):
    shared["started"] = started


def work():
    shared["started"].set()
    sleep(3600)


def terminate_workers(executor):
    if hasattr(executor, "terminate_workers"):  # 3.14 or newer
        executor.terminate_workers()
        return
    workers = list(executor._processes.values())
    executor.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()


if __name__ == "__main__":
    started = Event()
    executor = ProcessPoolExecutor(1, None, share, (started,))
    future = executor.submit(work)
    started.wait()
    terminate_workers(executor)
    try:
        future.result()
    except BrokenProcessPool as error:
        print(error)
