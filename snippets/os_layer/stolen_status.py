# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# child-exits = [3]
# ///
"""Call os.wait() beside multiprocessing: it takes the exit status."""

import os
import sys
from multiprocessing import get_context

if __name__ == "__main__":
    context = get_context("fork")
    process = context.Process(target=sys.exit, args=(3,))
    process.start()
    pid, status = os.wait()
    print("os.wait():", pid == process.pid, os.WEXITSTATUS(status))
    process.join()
    print("exitcode after join():", process.exitcode)
    print("alive:", process.is_alive())
