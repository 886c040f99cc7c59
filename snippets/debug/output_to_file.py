# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Send all that a process writes to a file, other programs included."""

import os
import subprocess
import sys
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory


def work(path):
    with open(path, "wb") as file:
        os.dup2(file.fileno(), 1)  # standard output
        os.dup2(file.fileno(), 2)  # standard error
    print("printed", flush=True)
    print("an error", file=sys.stderr, flush=True)
    subprocess.run(["echo", "printed by another program"], check=True)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path = Path(folder, "work.txt")
        process = Process(target=work, args=(path,))
        process.start()
        process.join()
        print("in the file:")
        print(path.read_text(), end="")
