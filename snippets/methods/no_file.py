# /// script
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
# ///
"""Run a program with its guard, but from no file: -c, then stdin."""

import subprocess
import sys

PROGRAM = """
from multiprocessing import Process

def greet():
    print("hello from the child")

if __name__ == "__main__":
    process = Process(target=greet)
    process.start()
    process.join()
    print("exit code", process.exitcode)
"""

if __name__ == "__main__":
    print("given by -c:", flush=True)
    subprocess.run([sys.executable, "-c", PROGRAM])
    print("given by stdin:", flush=True)
    subprocess.run([sys.executable, "-"], input=PROGRAM, text=True)
