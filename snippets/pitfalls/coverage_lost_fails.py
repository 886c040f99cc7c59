# /// script
# requires-python = ">=3.13"
# ///
"""Count the lines that a worker runs, and leave the pool early."""

import atexit
import sys
import tempfile
import trace
from multiprocessing import Event, Pool
from pathlib import Path


def save(counts, path):
    path.write_text(repr(counts))


def measure(*arguments):
    global busy, stop
    path, busy, stop = arguments
    tracer = trace.Trace(count=True, trace=False)
    atexit.register(save, tracer.counts, path)
    sys.settrace(tracer.globaltrace)


def search(place):
    if place == "attic":
        busy.set()
        stop.wait()
    return place


if __name__ == "__main__":
    busy, stop = Event(), Event()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lines")
        with Pool(1, measure, (path, busy, stop)) as pool:
            found = pool.imap(search, ["cellar", "attic"])
            print("found in the", next(found))
            print("searching the attic:", busy.wait())
        print("lines are saved:", path.exists())
