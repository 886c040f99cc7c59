# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Fail in a child without standard output, as a windowed program's."""

import os
import sys
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def work(log):
    sys.stdout = sys.stderr = None  # so it begins without a console
    if log:
        sys.stdout = sys.stderr = open(log, "w", buffering=1)
    print("at work")  # no error, even if nobody gets it
    sys.stdout.write("half done\n")
    raise ValueError("the tea is cold")


def run(log):
    process = Process(target=work, args=(log,))
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    print("no console: exit code", run(None))
    with TemporaryDirectory() as folder:
        path = Path(folder, "child.log")
        print("log file:   exit code", run(os.fspath(path)))
        lines = path.read_text().splitlines()
    print(*lines[:2], "...", lines[-1], sep="\n  ")
