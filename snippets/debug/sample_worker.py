# /// script
# requires-python = ">=3.15"
# [tool.snippet]
# timeout = 30
# ///
"""Sample a child that is at work, and find its busiest function."""

import subprocess
import sys
from collections import Counter
from multiprocessing import Event, Process
from pathlib import Path
from tempfile import TemporaryDirectory


def weigh(parcels):
    weight = 0
    for parcel in range(parcels):
        weight += parcel * parcel
    return weight


def work(ready, stop):
    ready.set()
    while not stop.is_set():
        weigh(50_000)


if __name__ == "__main__":
    ready, stop = Event(), Event()
    process = Process(target=work, args=(ready, stop), daemon=True)
    process.start()
    ready.wait()
    attach = [sys.executable, "-m", "profiling.sampling", "attach"]
    with TemporaryDirectory() as folder:
        path = Path(folder, "stacks.txt")
        options = ["-d", "1", "--collapsed", "-o", str(path)]
        subprocess.run(
            [*attach, *options, str(process.pid)],
            check=True,
            capture_output=True,
        )
        busy = Counter()
        for line in path.read_text().splitlines():
            stack, _, samples = line.rpartition(" ")
            busy[stack.split(";")[-1]] += int(samples)
    stop.set()
    process.join()
    print("busiest:", busy.most_common(1)[0][0].split(":")[1])
