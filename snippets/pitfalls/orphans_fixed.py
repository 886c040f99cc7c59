# /// script
# [tool.snippet]
# child-exits = [-9, 1]
# platforms = ["Linux"]
# ///
"""Let a worker wait in a thread for its parent's end, and end too."""

import ctypes
import os
from contextlib import suppress
from multiprocessing import Process, parent_process
from multiprocessing.connection import Client, Listener
from threading import Thread


def end_with_parent():
    parent_process().join()
    os._exit(1)


def work(address):
    Thread(target=end_with_parent, daemon=True).start()
    with Client(address) as line:
        line.send([os.getppid(), os.getpid()])
        while line.recv() != "stop":
            line.send("still here")


def lead(address):
    worker = Process(target=work, args=(address,), daemon=True)
    worker.start()
    worker.join()


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(36, 1)  # give orphans to us, not to init
    with Listener() as listener:
        leader = Process(target=lead, args=(listener.address,))
        leader.start()
        line = listener.accept()
        orphans = line.recv()
        leader.kill()
        leader.join()
        print("leader: exit code", leader.exitcode)
        try:
            print("worker:", line.recv())
        except EOFError:
            print("worker: gone")
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
