# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# a\ job,\ 30\ %\ of\ it\ serial,\ ms,\ 7\ times\ each\n
# workers\ +lowest\ +median\ +highest\n
# 1(\ +\d{1,5}\.\d\d){3}\n
# 2(\ +\d{1,5}\.\d\d){3}\n
# (3(\ +\d{1,5}\.\d\d){3}\n
#  4(\ +\d{1,5}\.\d\d){3}\n
#  (\d+(\ +\d{1,5}\.\d\d){3}\n)*)?
# '''
# runs = 3
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time a job of which the parent does 30 % alone, by workers."""

import os
from multiprocessing import Barrier, Pool
from statistics import median
from time import perf_counter

SERIAL, PARALLEL = 900_000, 2_100_000  # steps
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


def job(pool, workers):
    count_up(SERIAL)
    parts = [PARALLEL // workers] * workers
    pool.map(count_up, parts, chunksize=1)


def measure(workers):
    """Return the times of the job, in milliseconds."""
    all_ready = Barrier(workers + 1)
    times = []
    with Pool(workers, all_ready.wait) as pool:
        all_ready.wait()  # starting the workers is not measured
        for _ in range(TIMES):
            began = perf_counter()
            job(pool, workers)
            times.append(1000 * (perf_counter() - began))
    return times


if __name__ == "__main__":
    print(f"a job, 30 % of it serial, ms, {TIMES} times each")
    print("workers     lowest   median  highest")
    for workers in numbers_of_workers(usable_cpus()):
        times = measure(workers)
        numbers = min(times), median(times), max(times)
        row = "".join(f"{ms:9.2f}" for ms in numbers)
        print(f"{workers:<9}{row}")
