# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Have the fork server import a module before it forks anything."""

import sys
from multiprocessing import get_context


def report(method):
    print(f"{method}: sqlite3 is there:", "sqlite3" in sys.modules)


def start_by(method):
    context = get_context(method)
    process = context.Process(target=report, args=(method,))
    process.start()
    process.join()


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", "sqlite3"])
    start_by("forkserver")
    start_by("spawn")
