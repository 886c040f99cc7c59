# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [-9]
# ///
"""End a process: ask it, terminate it, and kill it if need be."""

import signal
import time
from multiprocessing import Event, Process


def deaf(ready, stop):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(600)  # and never looks at stop


def end(process, stop, grace):
    for step in stop.set, process.terminate, process.kill:
        step()
        process.join(None if step == process.kill else grace)
        print(f"{step.__name__}(): exit code {process.exitcode}")
        if not process.is_alive():
            break
    process.close()


if __name__ == "__main__":
    ready, stop = Event(), Event()
    process = Process(target=deaf, args=(ready, stop))
    process.start()
    ready.wait()
    end(process, stop, grace=0.3)
