# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# cpus = 2
# start-methods = []
# alone = true
# timeout = 60
# ///
"""Threads with an interpreter each compute at once, GIL or not."""

import os
import sys
from collections import Counter
from concurrent.futures import (
    InterpreterPoolExecutor,
    ThreadPoolExecutor,
)
from time import perf_counter, thread_time


def keep_to_one_core(number):
    """Spread the workers over the cores, where Python can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})


def compute(number):
    """Add for 0.3 s; return the moments (0.1 ms) spent on it."""
    keep_to_one_core(number)
    busy = []
    end = perf_counter() + 0.3
    while (now := perf_counter()) < end:
        moment, cpu = int(now * 10_000), thread_time()
        while (later := int(perf_counter() * 10_000)) == moment:
            sum(range(100))
        used = thread_time() - cpu
        if used > 0.00008 and later == moment + 1:
            busy.append(moment)
    return busy


def most_at_once(pool):
    """Count the workers at the moment when most were busy."""
    at_work = Counter()
    with pool(max_workers=4) as executor:
        for busy in executor.map(compute, range(4)):
            at_work.update(busy)
    return max(at_work.values(), default=0)


def any_at_once(pool, attempts):
    """Try again and again: a loaded machine may need several."""
    return any(most_at_once(pool) > 1 for _ in range(attempts))


if __name__ == "__main__":
    with InterpreterPoolExecutor() as executor:
        process = executor.submit(os.getpid).result()
    print("GIL enabled:", sys._is_gil_enabled())
    print("workers run in this process:", process == os.getpid())
    print("several computed at once,")
    print("  plain threads:", any_at_once(ThreadPoolExecutor, 10))
    several = any_at_once(InterpreterPoolExecutor, 30)
    print("  threads with an interpreter each:", several)
