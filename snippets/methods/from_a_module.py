"""Keep the function in a module; the program needs no file then."""

import subprocess
import sys
import tempfile
from pathlib import Path

MODULE = """
def greet():
    print("hello from the child")
"""

PROGRAM = """
from multiprocessing import Process
from greetings import greet

if __name__ == "__main__":
    process = Process(target=greet)
    process.start()
    process.join()
    print("exit code", process.exitcode)
"""

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "greetings.py").write_text(MODULE)
        subprocess.run([sys.executable, "-c", PROGRAM], cwd=folder)
