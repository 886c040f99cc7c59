# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Terminate a process in the middle of try and finally."""

import time
from multiprocessing import Event, Process


def work(started):
    try:
        started.set()
        time.sleep(60)
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
