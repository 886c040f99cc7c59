# /// script
# [tool.snippet]
# output = "pattern"
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
# ///
"""Pipe a program with an executor into Python, as with python -."""

import subprocess
import sys

PROGRAM = """
from concurrent.futures import ProcessPoolExecutor

def double(number):
    return number * 2

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        try:
            print(executor.submit(double, 21).result())
        except Exception as error:
            print(type(error).__name__)
"""

if __name__ == "__main__":
    subprocess.run([sys.executable, "-"], input=PROGRAM, text=True)
