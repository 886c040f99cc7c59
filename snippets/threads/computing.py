# /// script
# [tool.snippet]
# cpus = 2
# alone = true
# timeout = 60
# ///
"""Four threads compute, then four processes: at once or in turn?"""

import os
import sys
from collections import Counter
from multiprocessing import Barrier, Process, SimpleQueue
from threading import Thread
from time import perf_counter, thread_time


def keep_to_one_core(number):
    """Spread the workers over the cores, where Python can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})


def compute(number, ready, results):
    """Add for 0.2 s; send the moments (0.1 ms) spent on it."""
    keep_to_one_core(number)
    busy = []
    ready.wait()  # until all four workers are here
    began = thread_time()
    end = perf_counter() + 0.2
    while (now := perf_counter()) < end:
        moment, cpu = int(now * 10_000), thread_time()
        while (later := int(perf_counter() * 10_000)) == moment:
            sum(range(100))
        used = thread_time() - cpu
        if used > 0.00008 and later == moment + 1:
            busy.append(moment)
    results.put((busy, thread_time() - began))


def run_four(kind):
    """Return the most workers busy at a moment, and CPU seconds."""
    ready, results = Barrier(4), SimpleQueue()
    workers = [
        kind(target=compute, args=(number, ready, results))
        for number in range(4)
    ]
    for worker in workers:
        worker.start()
    at_work, seconds = Counter(), 0.0
    for _ in workers:
        busy, used = results.get()
        at_work.update(busy)
        seconds += used
    for worker in workers:
        worker.join()
    return max(at_work.values(), default=0), seconds


def verdict(kind):
    seconds = 0.0
    while seconds < 3:  # of CPU time: enough on a busy machine too
        most, used = run_four(kind)
        if most > 1:
            return "several at once"
        seconds += used
    return "one at a time"


if __name__ == "__main__":
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("GIL enabled:", gil)
    print("4 threads:  ", verdict(Thread))
    print("4 processes:", verdict(Process))
