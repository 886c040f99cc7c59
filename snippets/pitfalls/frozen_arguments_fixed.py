# /// script
# requires-python = ">=3.13.4"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Play a frozen program that lets freeze_support() look first."""

import argparse
import os
import subprocess
import sys
from multiprocessing import (
    Process,
    freeze_support,
    resource_tracker,
    set_executable,
    set_start_method,
)
from pathlib import Path
from tempfile import TemporaryDirectory


def work():
    print("the child is at work")


def main():
    parser = argparse.ArgumentParser("program")
    parser.add_argument("--color")
    arguments = parser.parse_args()
    print("color:", arguments.color)
    process = Process(target=work)
    process.start()
    process.join()
    print("exit code:", process.exitcode)


def play_frozen():
    with TemporaryDirectory() as folder:
        program = Path(folder, "program")
        run_me = f'exec "{sys.executable}" "{__file__}" "$@"'
        program.write_text(f"#!/bin/sh\nexport PROGRAM=$0\n{run_me}\n")
        program.chmod(0o755)
        subprocess.run([program, "--color", "red"], check=True)


if __name__ == "__main__":
    if "PROGRAM" not in os.environ:
        play_frozen()
    else:
        vars(sys).update(frozen=True)
        set_start_method("spawn")  # as on Windows and macOS
        freeze_support()
        resource_tracker.ensure_running()  # by a plain Python
        set_executable(os.environ["PROGRAM"])
        main()
