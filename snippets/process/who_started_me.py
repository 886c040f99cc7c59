"""Ask a process for its own name and for the one that made it."""

import os
from multiprocessing import Process, current_process, parent_process


def report(creator_pid):
    parent = parent_process()
    print("I am", current_process().name)
    print("my parent is", parent.name)
    print("parent_process() made me:", parent.pid == creator_pid)
    print("os.getppid() made me:", os.getppid() == creator_pid)


if __name__ == "__main__":
    print("I am", current_process().name)
    print("my parent is", parent_process())
    process = Process(
        target=report, args=(os.getpid(),), name="the child"
    )
    process.start()
    process.join()
