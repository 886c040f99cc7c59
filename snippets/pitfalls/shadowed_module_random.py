# /// script
# requires-python = ">=3.12"
# [tool.snippet]
# output = "pattern"
# masks = { folder = "(?:/[^' ]*|tmp\\w+)(?=/\\w+\\.py[')])" }
# start-methods = []
# child-exits = [1]
# ///
"""Have a random.py of your own, and use a lock or an executor."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

LOCK = "import multiprocessing as mp; mp.Lock()"
EXECUTOR = """\
from concurrent.futures import ProcessPoolExecutor
ProcessPoolExecutor(1)
"""


def last_line(program, folder):
    run = [sys.executable, program]
    ended = subprocess.run(run, cwd=folder, stderr=PIPE, text=True)
    return ended.stderr.splitlines()[-1]


if __name__ == "__main__":
    with TemporaryDirectory(dir=".") as folder:
        Path(folder, "random.py").write_text(LOCK)
        print("random.py:", last_line("random.py", folder))

        Path(folder, "random.py").write_text("SIDES = 6")
        Path(folder, "lock.py").write_text(LOCK)
        Path(folder, "executor.py").write_text(EXECUTOR)
        for program in ("lock.py", "executor.py"):
            print(f"{program}:", last_line(program, folder))
