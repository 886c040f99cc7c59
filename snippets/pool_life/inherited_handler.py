# /// script
# [tool.snippet]
# start-methods = ["fork"]
# platforms = ["Linux", "Darwin"]
# timeout = 30
# child-exits = [-9]
# ///
"""Terminate workers that have inherited a handler for SIGTERM."""

import os
import signal
import time
from multiprocessing import Event, Pool
from threading import Thread

busy = Event()


def note(number, frame):
    pass  # a server would note here that it has to end


def forget_handler():
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def work():
    busy.set()
    while True:
        time.sleep(0.1)


def is_terminated(pool, seconds):
    worker = pool.apply(os.getpid)
    pool.apply_async(work)
    busy.wait()
    busy.clear()
    ending = Thread(target=pool.terminate)
    ending.start()
    ending.join(seconds)
    terminated = not ending.is_alive()
    if not terminated:
        os.kill(worker, signal.SIGKILL)
        ending.join()
    return terminated


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, note)
    print("as inherited:", is_terminated(Pool(1), seconds=1))
    print(
        "by default:",
        is_terminated(Pool(1, forget_handler), seconds=20),
    )
