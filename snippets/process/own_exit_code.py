# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [130]
# ///
"""Answer interrupt() with an exit code of your own."""

import sys
import time
from multiprocessing import Event, Process


def work(started):
    try:
        started.set()
        while True:
            time.sleep(0.1)
    except KeyboardInterrupt:
        print("putting things in order")
        sys.exit(130)


if __name__ == "__main__":
    started = Event()
    process = Process(target=work, args=(started,))
    process.start()
    started.wait()
    process.interrupt()
    process.join()
    print("exit code", process.exitcode)
