# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# child-exits = [1]
#
# [tool.snippet.masks]
# folder = "(?:/[^' ]*|tmp\\w+)(?=/\\w+\\.py[')])"
# ///
"""Give programs the names of other modules that Python needs."""

import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

PROGRAMS = {
    "multiprocessing.py": "from multiprocessing import Pool",
    "concurrent.py": "from concurrent.futures import Future",
    "queue.py": "import multiprocessing as mp; mp.Queue()",
    "signal.py": "import multiprocessing as mp; mp.Queue()",
}


def last_line(program, folder):
    run = [sys.executable, program]
    ended = subprocess.run(run, cwd=folder, stderr=PIPE, text=True)
    return ended.stderr.splitlines()[-1]


if __name__ == "__main__":
    for name, text in PROGRAMS.items():
        with TemporaryDirectory(dir=".") as folder:
            Path(folder, name).write_text(text)
            print(f"{name}: {text}\n  {last_line(name, folder)}")
