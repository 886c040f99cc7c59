# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# child-exits = [1]
# ///
"""Run an unchanged program by fork, then by spawn as on Windows."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = """\
from multiprocessing import Process

def greet():
    print("hello,", customer)

if __name__ == "__main__":
    customer = "Ada"
    process = Process(target=greet)
    process.start()
    process.join()
    print("exit code", process.exitcode)
"""
START = """\
import multiprocessing, runpy, sys
multiprocessing.set_start_method(sys.argv[1])
runpy.run_path(sys.argv[2], run_name="__main__")
"""


def run(path, method):
    command = [sys.executable, "-c", START, method, path]
    done = subprocess.run(command, capture_output=True, text=True)
    last_error = done.stderr.splitlines()[-1:]
    return last_error + done.stdout.splitlines()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        program = Path(folder, "greeting.py")
        program.write_text(PROGRAM)
        for method in "fork", "spawn":
            print(f"{method}:", *run(program, method), sep="\n  ")
