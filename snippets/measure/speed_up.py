# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# the\ same\ work,\ ms,\ 7\ times\ each\n
# workers\ +lowest\ +median\ +highest\n
# 1(\ +\d{1,5}\.\d\d){3}\n
# 2(\ +\d{1,5}\.\d\d){3}\n
# (3(\ +\d{1,5}\.\d\d){3}\n
#  4(\ +\d{1,5}\.\d\d){3}\n
#  (\d+(\ +\d{1,5}\.\d\d){3}\n)*)?
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time the same computation with one worker, two, three and more."""

import os
from multiprocessing import Barrier, Pool
from statistics import median
from time import perf_counter

STEPS = 3_000_000
TIMES = 7


def usable_cpus():
    """Count the CPUs that this process is allowed to use."""
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and newer
        return os.process_cpu_count()
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def numbers_of_workers(cpus):
    """List 1, 2, 3, 4, then ever wider steps, up to twice the CPUs."""
    numbers = [1]
    while numbers[-1] < 2 * cpus:
        numbers.append(numbers[-1] + (numbers[-1] + 3) // 4)
    return [n for n in numbers if n < 2 * cpus] + [2 * cpus]


def count_up(steps):
    total = 0
    for number in range(steps):
        total += number
    return total


def measure(workers):
    """Share the work out evenly; return the times in milliseconds."""
    parts = [STEPS // workers] * workers
    all_ready = Barrier(workers + 1)
    times = []
    with Pool(workers, all_ready.wait) as pool:
        all_ready.wait()  # starting the workers is not measured
        for _ in range(TIMES):
            began = perf_counter()
            pool.map(count_up, parts, chunksize=1)
            times.append(1000 * (perf_counter() - began))
    return min(times), median(times), max(times)


if __name__ == "__main__":
    print(f"the same work, ms, {TIMES} times each")
    print("workers     lowest   median  highest")
    for workers in numbers_of_workers(usable_cpus()):
        times = measure(workers)
        print(f"{workers:<9}" + "".join(f"{ms:9.2f}" for ms in times))
