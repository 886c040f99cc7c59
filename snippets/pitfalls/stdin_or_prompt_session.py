# /// script
# [tool.snippet]
# output = "pattern"
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
# ///
"""Type a function at Python's prompt and run it in a process."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

TYPED = """\
from multiprocessing import Process
def greet():
    print("hello from the child")

process = Process(target=greet)
process.start(); process.join()
print("exit code", process.exitcode)
"""


def type_at_prompt(lines, home):
    prompt = [sys.executable, "-i", "-q"]
    env = os.environ | {"HOME": home}  # it keeps a history there
    subprocess.run(prompt, input=lines, text=True, cwd=home, env=env)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        type_at_prompt(TYPED, folder)
