# /// script
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [-9]
# output = "pattern"
# masks = {names = ": \\{'/mp.*'\\}"}
# ///
"""Have an executor's worker end when its parent has been killed."""

import ctypes
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import wait
from threading import Thread


def leave(line):
    parent = parent_process()
    assert parent
    wait([parent.sentinel])
    line.send(f"parent alive: {parent.is_alive()}, so I leave")
    os._exit(1)


def set_up(line):
    Thread(target=leave, args=(line,), daemon=True).start()
    line.send([os.getppid(), os.getpid()])


def own(line):
    executor = ProcessPoolExecutor(1, None, set_up, (line,))
    executor.submit(abs, -1).result()
    signal.raise_signal(signal.SIGKILL)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(36, 1)  # give orphans to us, not to init
    Process(target=bool).start()  # makes a folder that all will use
    here, line = Pipe()
    owner = Process(target=own, args=(line,))
    owner.start()
    orphans = here.recv()
    owner.join()
    print("parent: exit code", owner.exitcode)
    print("worker:", here.recv())
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
