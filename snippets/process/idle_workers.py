# /// script
# [tool.snippet]
# output = "pattern"
# masks = {names = ": \\{'/mp.*'\\}"}
# platforms = ["Linux"]
# child-exits = [-9]
# timeout = 40
# ///
"""Kill the owner of an idle pool and look whether its worker ends."""

import ctypes
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import Pipe, Process
from multiprocessing.pool import Pool
from threading import Thread


def answer(line):
    line.recv()
    line.send("still there")
    os._exit(0)


def set_up(line):
    line.send([os.getppid(), os.getpid()])
    Thread(target=answer, args=(line,), daemon=True).start()


def own(kind, line):
    pool = kind(1, initializer=set_up, initargs=(line,))
    list(pool.map(abs, [-1]))
    signal.raise_signal(signal.SIGKILL)


def look(kind, patience):
    here, line = Pipe()
    owner = Process(target=own, args=(kind, line))
    owner.start()
    line.close()
    orphans = here.recv()
    owner.join()
    try:
        here.poll(patience)
        here.send("are you there?")
        print(f"{kind.__name__}: {here.recv()}")
    except (EOFError, OSError):
        print(f"{kind.__name__}: gone")
    for pid in orphans:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


if __name__ == "__main__":
    ctypes.CDLL(None).prctl(36, 1)  # give orphans to us, not to init
    Process(target=bool).start()  # makes a folder that all will use
    look(Pool, patience=30)
    look(ProcessPoolExecutor, patience=1)
