# /// script
# [tool.snippet]
# output = "pattern"
# alone = true
# cpus = 2
# timeout = 60
# masks = { number = '\d+' }
# matches = '''several processes computed at once: True
# moments with several at work: [1-9]\d*
# most at work in one moment:   [2-4]
# logical CPUs in the machine:  [1-9]\d*
# '''
# ///
"""Four processes compute; several do so at the same moment."""

import os
from collections import Counter
from multiprocessing import Barrier, Process, SimpleQueue
from time import perf_counter, process_time


def keep_to_one_core(number):
    """Spread the workers over the cores, where Python can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[number % len(cores)]})


def compute(number, ready, results):
    """Add for 0.2 s; send the moments (0.1 ms) spent on it."""
    keep_to_one_core(number)
    busy = []
    ready.wait()  # until all four processes are here
    end = perf_counter() + 0.2
    while (now := perf_counter()) < end:
        moment, cpu = int(now * 10_000), process_time()
        while (later := int(perf_counter() * 10_000)) == moment:
            sum(range(100))
        used = process_time() - cpu
        if used > 0.00008 and later == moment + 1:
            busy.append(moment)
    results.put(busy)


def processes_at_work():
    """Count the processes that were busy at each moment."""
    ready, results = Barrier(4), SimpleQueue()
    workers = [
        Process(target=compute, args=(number, ready, results))
        for number in range(4)
    ]
    for worker in workers:
        worker.start()
    at_work = Counter()
    for _ in workers:
        at_work.update(results.get())
    for worker in workers:
        worker.join()
    return at_work.values()


if __name__ == "__main__":
    for attempt in range(30):  # a loaded machine may need several
        shared = [count for count in processes_at_work() if count > 1]
        if shared:
            break
    print("several processes computed at once:", len(shared) > 0)
    print("moments with several at work:", len(shared))
    print("most at work in one moment:  ", max(shared, default=1))
    print("logical CPUs in the machine: ", os.cpu_count())
