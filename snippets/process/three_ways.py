# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# output = "pattern"
# platforms = ["Linux", "Darwin"]
# child-exits = [1, -15, -9]
# masks = {frames = '(?<=\n)  File [\s\S]*?\n(?=KeyboardInterrupt)'}
# ///
"""Stop a process in three ways and see what still runs in it."""

import atexit
import time
from multiprocessing import Event, Process


def work(started, clean, at_exit):
    atexit.register(at_exit.set)
    try:
        started.set()
        while True:
            time.sleep(0.1)
    finally:
        clean.set()


if __name__ == "__main__":
    for how in "interrupt", "terminate", "kill":
        started, clean, at_exit = Event(), Event(), Event()
        process = Process(target=work, args=(started, clean, at_exit))
        process.start()
        started.wait()
        getattr(process, how)()
        process.join()
        print(
            f"{how}(): finally {clean.is_set()},",
            f"atexit {at_exit.is_set()},",
            f"exit code {process.exitcode}",
        )
