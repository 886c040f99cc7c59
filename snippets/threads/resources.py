"""A process moves to another directory; a thread moves everybody."""

import os
from multiprocessing import Process
from threading import Thread


def move_with(worker):
    """Return whether the main program finds itself moved."""
    before = os.getcwd()
    worker.start()
    worker.join()
    return os.getcwd() != before


if __name__ == "__main__":
    process = Process(target=os.chdir, args=(os.sep,))
    print("a process moved the main program:", move_with(process))
    thread = Thread(target=os.chdir, args=(os.sep,))
    print("a thread moved the main program: ", move_with(thread))
