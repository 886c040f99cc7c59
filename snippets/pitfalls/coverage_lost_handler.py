# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Save the counts of a worker that is terminated."""

import atexit
import signal
import sys
import tempfile
import time
import trace
from multiprocessing import Event, Pool
from pathlib import Path


def save(counts, path):
    path.write_text(repr(counts))


def measure(path, busy_event):
    global busy
    busy = busy_event
    tracer = trace.Trace(count=True, trace=False)
    atexit.register(save, tracer.counts, path)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    sys.settrace(tracer.globaltrace)


def search(place):
    if place == "attic":
        busy.set()
        while True:  # short naps, so that no signal is missed
            time.sleep(0.05)
    return place


if __name__ == "__main__":
    busy = Event()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lines")
        with Pool(1, measure, (path, busy)) as pool:
            found = pool.imap(search, ["cellar", "attic"])
            print("found in the", next(found))
            print("searching the attic:", busy.wait())
        saved = path.read_text()
        print("lines are saved:", Path(__file__).name in saved)
