# /// script
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [1, -9, -15]
# timeout = 40
# ///
"""End a parent in six ways: is its daemonic child still there?"""

import ctypes
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import Pipe, Process


def daemon(announce, line):
    announce.send("started")
    line.recv()
    line.send([os.getppid(), os.getpid()])


def parent(line, end, argument):
    here, there = Pipe()
    Process(target=daemon, args=(there, line), daemon=True).start()
    here.recv()
    end(argument)


def handled(number):
    signal.signal(number, lambda *_: sys.exit(1))
    signal.raise_signal(number)


def look(how, end, argument):
    here, line = Pipe()
    process = Process(target=parent, args=(line, end, argument))
    process.start()
    line.close()
    process.join()
    try:
        here.send("are you there?")
        orphans = here.recv()
    except (EOFError, OSError):
        print(f"{how}: gone")
        return
    print(f"{how}: still there")
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(36, 1)  # give orphans to us, not to init
    look("return", bool, 0)
    look("sys.exit(1)", sys.exit, 1)
    look("os._exit(1)", os._exit, 1)
    look("SIGTERM", signal.raise_signal, signal.SIGTERM)
    look("SIGTERM, handled", handled, signal.SIGTERM)
    look("SIGKILL", signal.raise_signal, signal.SIGKILL)
