# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Send one object of each kind to a process: which ones arrive?"""

import logging
import math
import tempfile
import threading
from functools import partial
from multiprocessing import Lock, Pipe, Process, Queue


class Guest:
    name = "Ada"

    def greet(self):
        print("hello,", self.name)


def report(pipe):
    for received in iter(pipe.recv, None):
        pipe.send(type(received).__name__)


def kinds(file):
    yield "plain data", {"name": "Ada", "born": [1815, 12, 10]}
    yield "function", report
    yield "class", Guest
    yield "object", Guest()
    yield "bound method", Guest().greet
    yield "partial", partial(print, "hello")
    yield "logger", logging.getLogger()
    yield "lambda", lambda guest: guest.name
    yield "generator", (n * n for n in [1, 2, 3])
    yield "module", math
    yield "open file", file
    yield "threading lock", threading.Lock()
    yield "shared lock", Lock()
    yield "shared queue", Queue()


if __name__ == "__main__":
    pipe, child_end = Pipe()
    process = Process(target=report, args=(child_end,))
    process.start()
    with tempfile.TemporaryFile() as file:
        for kind, value in kinds(file):
            try:
                pipe.send(value)
                print(f"{kind:14} yes, as {pipe.recv()}")
            except Exception as error:
                print(f"{kind:14} {type(error).__name__}: {error}")
    pipe.send(None)
    process.join()
