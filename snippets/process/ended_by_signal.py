# /// script
# [tool.snippet]
# child-exits = [1, 3, -9, -11, -15]
# platforms = ["Linux", "Darwin"]
# ///
"""Turn the exit codes of ended processes into words."""

import os
import sys
from multiprocessing import Process
from signal import SIGKILL, SIGSEGV, SIGTERM, Signals


def end_by(number):
    os.kill(os.getpid(), number)


def in_words(code):
    if code is None:
        return "still running, or not started"
    if code < 0:
        return f"ended by signal {-code}, {Signals(-code).name}"
    return f"exit status {code}"


if __name__ == "__main__":
    for target, argument in (
        (abs, -42),
        (sys.exit, 3),
        (sys.exit, "no such file"),
        (end_by, SIGKILL),
        (end_by, SIGSEGV),
        (end_by, SIGTERM),
    ):
        process = Process(target=target, args=(argument,))
        process.start()
        process.join()
        code = process.exitcode
        print(f"{target.__name__}: {code}, {in_words(code)}")
