# /// script
# [tool.snippet]
# child-exits = [-9]
# platforms = ["Linux"]
# ///
"""Kill a process, and ask its daemonic child whether it is there."""

import ctypes
import os
from contextlib import suppress
from multiprocessing import Process
from multiprocessing.connection import Client, Listener


def work(address):
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
        line.send("are you there?")
        print("worker:", line.recv())
        line.send("stop")
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
