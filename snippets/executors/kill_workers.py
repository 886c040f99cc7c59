# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [-9]
# ///
"""Kill a worker that ignores the signal of terminate_workers()."""

import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Event

shared = {}


def share(event):
    shared["stubborn"] = event


def ignore_sigterm():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    shared["stubborn"].set()
    while True:
        signal.pause()


if __name__ == "__main__":
    stubborn = Event()
    executor = ProcessPoolExecutor(1, None, share, (stubborn,))
    future = executor.submit(ignore_sigterm)
    stubborn.wait()
    executor.kill_workers()
    try:
        future.result()
    except BrokenProcessPool as error:
        print(error)
