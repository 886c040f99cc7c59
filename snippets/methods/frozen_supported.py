# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Play a frozen program that calls freeze_support() first."""

import os
import subprocess
import sys
import time
from multiprocessing import (
    freeze_support,
    get_context,
    resource_tracker,
    set_executable,
)
from pathlib import Path
from tempfile import TemporaryDirectory


def work():
    print("the child is at work")


def main():
    copy = int(os.environ.get("COPY", "1"))
    print("the program starts, copy", copy, flush=True)
    os.environ["COPY"] = str(copy + 1)
    if copy == 4:
        print("enough: it would never end")
        time.sleep(0.3)  # copy 3 is still sending its orders
        return
    process = get_context("spawn").Process(target=work)
    process.start()
    process.join()
    print("exit code", process.exitcode, "for copy", copy)


def play_frozen():
    with TemporaryDirectory() as folder:
        program = Path(folder, "program")
        run_me = f'exec "{sys.executable}" "{__file__}" "$@"'
        program.write_text(f"#!/bin/sh\nexport PROGRAM=$0\n{run_me}\n")
        program.chmod(0o755)
        subprocess.run([program], check=True)


if __name__ == "__main__":
    if "PROGRAM" not in os.environ:
        play_frozen()
    else:
        vars(sys).update(frozen=True)
        freeze_support()
        resource_tracker.ensure_running()  # by a plain Python
        set_executable(os.environ["PROGRAM"])
        main()
