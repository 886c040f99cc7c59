# /// script
# [tool.snippet]
# output = "pattern"
# masks = { number = '\d+' }
# matches = '''each thread: [1-4]?\d\d? kB more
# a process:   \d{4,5} kB of its own
# the process took more: True
# '''
# ///
"""Measure the memory that an idle thread and process each take."""

import os
import sys
from multiprocessing import Event, Process, Semaphore
from pathlib import Path
from threading import Thread

SMAPS = "/proc/{}/smaps_rollup"


def private_kilobytes(process_id):
    """Look up what the process has written and does not share."""
    text = Path(SMAPS.format(process_id)).read_text()
    return int(text.partition("Private_Dirty:")[2].split()[0])


def idle(ready, done):
    ready.release()
    done.wait()


if __name__ == "__main__":
    if not os.path.exists(SMAPS.format("self")):
        sys.exit("This program reads /proc: it needs Linux.")
    ready, done = Semaphore(0), Event()

    before = private_kilobytes(os.getpid())
    threads = [
        Thread(target=idle, args=(ready, done)) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
        ready.acquire()
    each = (private_kilobytes(os.getpid()) - before) // 20
    done.set()
    for thread in threads:
        thread.join()

    done.clear()
    process = Process(target=idle, args=(ready, done))
    process.start()
    ready.acquire()
    own = private_kilobytes(process.pid)
    done.set()
    process.join()

    print(f"each thread: {each} kB more")
    print(f"a process:   {own} kB of its own")
    print("the process took more:", own > each)
