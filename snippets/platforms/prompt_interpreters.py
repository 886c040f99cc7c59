# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Type a function at Python's prompt and run it in interpreters."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

TYPED = """\
from concurrent.futures import InterpreterPoolExecutor
def square(number):
    return number * number

with InterpreterPoolExecutor(2) as executor:
    print(list(executor.map(square, [1, 2, 3])))

"""

if __name__ == "__main__":
    with TemporaryDirectory() as home:  # a prompt keeps a history
        done = subprocess.run(
            [sys.executable, "-i", "-q"],
            input=TYPED,
            env=os.environ | {"HOME": home},
            capture_output=True,
            text=True,
        )
    print("it printed:", done.stdout.strip())
