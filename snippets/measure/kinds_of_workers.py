# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# the\ same\ work,\ ms,\ 5\ times\ each\n
# kind\ +workers\ +lowest\ +median\ +highest\n
# (
#  (threads|free-threaded|processes|interpreters)
#  \ +\d+(\ +\d{1,5}\.\d\d){3}\n
# ){4,}
# '''
# runs = 2
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time the same computation by the kind and number of workers."""

import os
import sys
from concurrent import futures
from statistics import median
from time import perf_counter

STEPS, TIMES = 3_000_000, 5
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def usable_cpus():
    """Count the CPUs that this process is allowed to use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and newer
        return os.process_cpu_count()
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def numbers_of_workers(cpus):
    """List 1, 2, 4 and so on, up to twice the CPUs."""
    numbers = [1]
    while numbers[-1] < 2 * cpus:
        numbers.append(2 * numbers[-1])
    return numbers


def count_up(steps):
    total = 0
    for number in range(steps):
        total += number
    return total


def measure(executor_type, workers):
    """Share the work out evenly; return the times in milliseconds."""
    parts = [STEPS // workers] * workers
    times = []
    with executor_type(workers) as executor:
        for number in range(TIMES + 1):
            began = perf_counter()
            list(executor.map(count_up, parts))
            if number:  # the first round starts the workers
                times.append(1000 * (perf_counter() - began))
    return min(times), median(times), max(times)


if __name__ == "__main__":
    kinds = {
        "threads"
        if GIL
        else "free-threaded": futures.ThreadPoolExecutor,
        "processes": futures.ProcessPoolExecutor,
    }
    if sys.version_info >= (3, 14):
        kinds["interpreters"] = futures.InterpreterPoolExecutor
    print(f"the same work, ms, {TIMES} times each")
    print("kind           workers   lowest   median  highest")
    for kind, executor_type in kinds.items():
        for workers in numbers_of_workers(usable_cpus()):
            times = measure(executor_type, workers)
            row = "".join(f"{ms:9.2f}" for ms in times)
            print(f"{kind:<15}{workers:>7}{row}")
