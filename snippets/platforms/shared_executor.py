# /// script
# [tool.snippet]
# platforms = ["Linux"]
# timeout = 40
# ///
"""Make an executor, fork twice: one worker gets the other's answer."""

import ctypes
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import Event, SimpleQueue
from multiprocessing.connection import Listener
from threading import Thread
from time import sleep


def leave():
    over.wait()
    os._exit(0)


def set_up(*shared):
    global pids, begun, go_on, over
    pids, begun, go_on, over = shared
    pids.put([os.getppid(), os.getpid()])
    Thread(target=leave, daemon=True).start()


def account_of(name):
    begun.put(name)
    if name == "Ada":
        go_on.wait()
    else:
        sleep(60)  # his own answer comes later
    return f"the account of {name}"


def serve(name):
    answer = executor.submit(account_of, name)
    begun.get()
    if name == "Ada":
        os._exit(0)  # as if killed while the request waits
    go_on.set()
    print(name, "gets", answer.result(), flush=True)
    over.set()
    os._exit(0)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(36, 1)  # give orphans to us, not to init
    Listener().close()  # makes a folder that all will use
    pids, begun = SimpleQueue(), SimpleQueue()
    go_on, over = Event(), Event()
    # In the master, as with --preload; no task is submitted there.
    shared = pids, begun, go_on, over
    executor = ProcessPoolExecutor(1, None, set_up, shared)
    for name in "Ada", "Bob":
        worker = os.fork()
        if worker == 0:
            serve(name)
        os.waitpid(worker, 0)
    for pid in pids.get() + pids.get():
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
