# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Fork while some text waits in a buffer: both processes have it."""

import os
import sys


def fork_and_exit():
    child = os.fork()
    if child == 0:
        sys.exit()
    os.waitpid(child, 0)


if __name__ == "__main__":
    print("flushed ", end="", flush=True)
    fork_and_exit()
    print("not flushed ", end="")
    fork_and_exit()
    print()
