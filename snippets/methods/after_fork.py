"""Renew an object in each forked child, and clean up at the end."""

import os
from multiprocessing import Process, util


class Journal:
    def __init__(self):
        self.pid = os.getpid()
        util.register_after_fork(self, Journal.renew)

    def renew(self):
        print("renewed in a child")
        self.pid = os.getpid()


journal = Journal()


def work():
    print("mine:", journal.pid == os.getpid())


if __name__ == "__main__":
    util.Finalize(
        obj=journal,
        callback=print,
        args=("closed by the parent",),
        kwargs={"flush": True},
        exitpriority=10,
    )
    process = Process(target=work)
    process.start()
    process.join()
