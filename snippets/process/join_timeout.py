# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Wait for a stuck process no longer than a moment, then end it."""

import time
from multiprocessing import Process


def stuck():
    time.sleep(600)


def report(process):
    print("alive", process.is_alive(), "exit code", process.exitcode)


if __name__ == "__main__":
    process = Process(target=stuck)
    process.start()
    began = time.monotonic()
    process.join(timeout=0.2)
    print("waited a moment:", time.monotonic() - began > 0.1)
    report(process)

    if process.exitcode is None:
        process.terminate()
        process.join()
    report(process)
