# /// script
# [tool.snippet]
# platforms = ["Linux"]
# output = "pattern"
# masks = { number = ' +\d+\.\d+\b' }
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Add up the memory of a program and its workers, in two ways."""

import re
from multiprocessing import Pipe, get_context
from pathlib import Path
from statistics import median

DATA = b"x" * 30_000_000  # each process that imports this file has one
WORKERS = 1, 2, 4, 8
TIMES = 2


def memory(pid, kind):
    """Give a process's resident memory or its fair share, in MB."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    (size,) = re.findall(rf"^{kind}: +(\d+) kB", text, re.MULTILINE)
    return int(size) / 1000


def be_idle(ready, done):
    ready.send(None)
    done.wait()


def sums(method):
    """Start more and more workers; return the sums by their number."""
    context = get_context(method)
    ready_ones, ready = Pipe(duplex=False)
    done, workers, found = context.Event(), [], {}
    while len(workers) < max(WORKERS):
        worker = context.Process(target=be_idle, args=(ready, done))
        worker.start()
        workers.append(worker)
        ready_ones.recv()
        if len(workers) in WORKERS:
            pids = ["self", *[worker.pid for worker in workers]]
            for kind in "Rss", "Pss":
                total = sum(memory(pid, kind) for pid in pids)
                found[f"{kind.upper()}-{method}", len(workers)] = total
    done.set()
    for worker in workers:
        worker.join()
    return found


if __name__ == "__main__":
    print(f"the program and its workers, MB, {TIMES} times each")
    print("sum         workers   lowest   median  highest")
    rounds = [sums("fork") | sums("spawn") for _ in range(TIMES)]
    for name in "RSS-fork", "PSS-fork", "PSS-spawn":
        for number in WORKERS:
            values = [found[name, number] for found in rounds]
            numbers = min(values), median(values), max(values)
            row = "".join(f"{mb:9.1f}" for mb in numbers)
            print(f"{name:12}{number:7}{row}")
