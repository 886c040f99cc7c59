# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Teach multiprocessing to send objects that own an open file."""

import os
import tempfile
from multiprocessing import Pipe, Process, resource_sharer
from multiprocessing.reduction import DupFd, ForkingPickler


class Journal:
    def __init__(self, file):
        self.file = file

    def write(self, line):
        print(line, file=self.file, flush=True)


def reduce_journal(journal):
    return rebuild_journal, (DupFd(journal.file.fileno()),)


def rebuild_journal(wrapped):
    return Journal(os.fdopen(wrapped.detach(), "w"))


def work(at_start, connection):
    at_start.write("child: passed at the start")
    connection.recv().write("child: received in a message")


if __name__ == "__main__":
    ForkingPickler.register(Journal, reduce_journal)
    connection, child_end = Pipe()
    with tempfile.TemporaryFile("w+") as file:
        journal = Journal(file)
        journal.write("parent: opened")
        child = Process(target=work, args=(journal, child_end))
        child.start()
        connection.send(journal)
        child.join()
        file.seek(0)
        print(file.read(), end="")
    resource_sharer.stop()
