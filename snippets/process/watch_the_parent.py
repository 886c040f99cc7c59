# /// script
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [-9]
# ///
"""Wait for a task or for the parent's end, whichever comes first."""

import ctypes
import os
import signal
from contextlib import suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import wait


def serve(tasks, line):
    parent = parent_process()
    assert parent
    line.send([os.getppid(), os.getpid()])
    with suppress(EOFError):  # the other end of tasks is closed
        while parent.sentinel not in wait([tasks, parent.sentinel]):
            tasks.send(2 * tasks.recv())
    line.send("the parent is gone, I clean up")


def own(line):
    here, tasks = Pipe()
    Process(target=serve, args=(tasks, line)).start()
    here.send(21)
    print("answer:", here.recv(), flush=True)
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
    print("child:", here.recv())
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
