# /// script
# [tool.snippet]
# child-exits = [1]
# platforms = ["Linux", "Darwin"]
# ///
"""Turn the signal that terminate() sends into an exception."""

import signal
import sys
import time
from multiprocessing import Event, Process


def leave(number, frame):
    sys.exit(1)


def work(started):
    signal.signal(signal.SIGTERM, leave)
    try:
        started.set()
        while True:
            time.sleep(0.1)
    finally:
        print("cleaned up", flush=True)


if __name__ == "__main__":
    started = Event()
    process = Process(target=work, args=(started,))
    process.start()
    print("started:", started.wait())
    process.terminate()
    process.join()
    print("exit code", process.exitcode)
