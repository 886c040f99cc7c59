# /// script
# [tool.snippet]
# platforms = ["Linux"]
# output = "pattern"
# masks = { memory = ' +\d{1,3}\.\d(?= MB)' }
# timeout = 60
# ///
"""List the memory of a program and of each of its workers."""

import re
from multiprocessing import Barrier, Pool, active_children
from pathlib import Path

WORKERS = 2
table = list(map(float, range(500_000)))


def memory(pid):
    """Give resident memory, fair share and own memory, in MB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    kB = dict(re.findall(r"(\w+): +(\d+) kB", text))
    own = int(kB["Private_Clean"]) + int(kB["Private_Dirty"])
    return int(kB["Rss"]) / 1000, int(kB["Pss"]) / 1000, own / 1000


def show(name, pid):
    resident, share, own = memory(pid)
    print(f"{name}:")
    print(f"    resident{resident:8.1f} MB")
    print(f"    share   {share:8.1f} MB")
    print(f"    own     {own:8.1f} MB")


if __name__ == "__main__":
    all_ready = Barrier(WORKERS + 1)
    with Pool(WORKERS, initializer=all_ready.wait) as pool:
        all_ready.wait()
        show("main", "self")
        for number, worker in enumerate(active_children(), start=1):
            show(f"worker {number}", worker.pid)
