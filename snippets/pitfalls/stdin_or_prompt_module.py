"""Import the function at Python's prompt from a file of its own."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FILE = """\
def greet():
    print("hello from the child")
"""

TYPED = """\
from multiprocessing import Process
from greetings import greet

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
        Path(folder, "greetings.py").write_text(FILE)
        type_at_prompt(TYPED, folder)
