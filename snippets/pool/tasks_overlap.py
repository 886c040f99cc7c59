"""Give two workers tasks that can only end if both run at once."""

import os
from multiprocessing import Barrier, Pool

shared = {}


def share(barrier):
    shared["meeting point"] = barrier


def meet(task):
    shared["meeting point"].wait()
    return os.getpid()


if __name__ == "__main__":
    with Pool(2, initializer=share, initargs=(Barrier(2),)) as pool:
        pids = pool.map(meet, ["first task", "second task"])
    print("tasks that met:", len(pids))
    print("processes they ran in:", len(set(pids)))
    print("one of them the parent:", os.getpid() in pids)
