# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# exit = 2
# ///
"""Parse what a frozen program's child is given as its arguments."""

import argparse
import sys
from multiprocessing.spawn import get_command_line

if __name__ == "__main__":
    vars(sys).update(frozen=True)  # as a packager does
    given = get_command_line(parent_pid=4711, pipe_handle=364)[1:]
    print("given:", *given, flush=True)
    parser = argparse.ArgumentParser(prog="tea.exe")
    parser.add_argument("--color")
    parser.parse_args(given)  # too early: freeze_support() first
