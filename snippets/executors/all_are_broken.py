# /// script
# [tool.snippet]
# child-exits = [3, -15]
# ///
"""Let one of two workers exit: the other one's task is lost as well."""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Barrier
from time import sleep

shared = {}


def share(barrier):
    shared["all is ready"] = barrier


def finish():
    return "a result"


def exit_at_once():
    shared["all is ready"].wait()
    os._exit(3)


def work_on():
    shared["all is ready"].wait()
    sleep(3600)


if __name__ == "__main__":
    barrier = Barrier(3)
    with ProcessPoolExecutor(2, None, share, (barrier,)) as executor:
        futures = [executor.submit(finish)]
        futures[0].result()
        for task in exit_at_once, work_on, finish:
            futures.append(executor.submit(task))
        barrier.wait()
        for future in futures:
            print(repr(future.exception()))
        try:
            executor.submit(finish)
        except BrokenProcessPool as error:
            print(f"submit(): {error!r}")
