# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Leave a child by _exit() and one by sys.exit(): what is skipped?"""

import atexit
import os
import sys


def forked(leave):
    child = os.fork()
    if child == 0:
        atexit.register(print, "  an atexit function runs")
        try:
            leave(0)
        finally:
            print("  a finally clause runs")
    _, status = os.waitpid(child, 0)
    print("  exit code:", os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    print("os._exit():", flush=True)
    forked(os._exit)
    print("sys.exit():", flush=True)
    forked(sys.exit)
