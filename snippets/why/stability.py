# /// script
# [tool.snippet]
# child-exits = [-6]
# ///
"""One child crashes; the parent and the other child carry on."""

import os
from multiprocessing import Event, Process


def work(at_work, go_on):
    at_work.set()
    go_on.wait()
    print("worker: I am still here")


def crash():
    os.abort()  # as a bug in C code would: no exception, no cleanup


if __name__ == "__main__":
    at_work, go_on = Event(), Event()
    worker = Process(target=work, args=(at_work, go_on))
    worker.start()
    at_work.wait()
    crashing = Process(target=crash)
    crashing.start()
    crashing.join()
    print("parent: the worker is alive:", worker.is_alive())
    go_on.set()
    worker.join()
    print("parent: a child crashed, exit code", crashing.exitcode)
    print("parent: a child finished, exit code", worker.exitcode)
