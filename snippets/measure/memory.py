# /// script
# [tool.snippet]
# platforms = ["Linux"]
# output = "pattern"
# masks = { number = ' +-?\d+\.\d+\b' }
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Measure how much memory an idle process and an idle thread take."""

import os
import re
import sys
from multiprocessing import Pipe, get_all_start_methods, get_context
from pathlib import Path
from statistics import median
from threading import Event, Thread

WORKERS = 4


def memory():
    """Read this process's own and its fair share of memory, in MB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    kind = dict(re.findall(r"(\w+): +(\d+) kB", text))
    own = int(kind["Private_Clean"]) + int(kind["Private_Dirty"])
    return own / 1000, int(kind["Pss"]) / 1000


def tell_and_wait(everyone_is_there, answer, done):
    everyone_is_there.wait()
    answer.send(memory())
    done.wait()


def of_processes(method):
    """Return what each of several processes says of itself."""
    context = get_context(method)
    there, done = context.Barrier(WORKERS), context.Event()
    answers, answer = Pipe(duplex=False)
    workers = [
        context.Process(
            target=tell_and_wait, args=(there, answer, done)
        )
        for _ in range(WORKERS)
    ]
    for worker in workers:
        worker.start()
    found = [answers.recv() for _ in workers]
    done.set()
    for worker in workers:
        worker.join()
    return found


def of_threads():
    """Return by how much this process grows with each thread."""
    done, found = Event(), []
    workers = [Thread(target=done.wait) for _ in range(WORKERS)]
    for worker in workers:
        before = memory()
        worker.start()
        after = memory()
        found.append([b - a for a, b in zip(before, after)])
    done.set()
    for worker in workers:
        worker.join()
    return found


def report(name, found):
    for kind, values in zip(("own", "share"), zip(*found)):
        numbers = min(values), median(values), max(values)
        print(
            f"{name:<12}{kind:<7}"
            + "".join(f"{mb:9.3f}" for mb in numbers)
        )


if __name__ == "__main__":
    if not os.path.exists("/proc/self/smaps_rollup"):
        print("This program reads /proc: it needs Linux.")
        sys.exit()
    print(f"each of {WORKERS} idle workers, MB")
    print("worker      memory    lowest   median  highest")
    report("thread", of_threads())
    for method in sorted(get_all_start_methods()):
        report(method, of_processes(method))
