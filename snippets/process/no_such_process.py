# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Send a signal to a process that has ended, by pid and by object."""

import os
import signal
from multiprocessing import Process


def attempt(what, action, *arguments):
    try:
        print(f"{what}: {action(*arguments)}")
    except ProcessLookupError as error:
        print(f"{what}: ProcessLookupError: {error}")


if __name__ == "__main__":
    process = Process(target=print, args=("at work",))
    process.start()
    process.join()
    attempt("os.kill", os.kill, process.pid, signal.SIGTERM)
    attempt("terminate", process.terminate)
    attempt("is_alive", process.is_alive)
