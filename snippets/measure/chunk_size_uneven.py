# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# even:\ 1024\ tasks,\ 1126400\ steps\n
# uneven:\ 1024\ tasks,\ 1126400\ steps\n
# two\ workers,\ s,\ 9\ times\ each\n
# tasks\ +chunksize\ +lowest\ +median\ +highest\n
# ((even|uneven)\ +(1|4|16|64|128|512|1024)
#  (\ +(?!0\.0000)\d{1,2}\.\d{4}){3}\n){14}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# cpus = 2
# ///
"""Time Pool.map() over even and uneven tasks, by chunksize."""

from itertools import repeat
from multiprocessing import Barrier, Pool
from statistics import median
from time import perf_counter

TASKS = {
    "even": [1100] * 1024,
    "uneven": [7400] * 128 + [200] * 896,  # the same work in all
}
SIZES = 1, 4, 16, 64, 128, 512, 1024
TIMES = 9


def count_up(steps):
    total = 0.0  # a large int would take longer than a small one
    for _ in repeat(None, steps):
        total += 1.0
    return total


def measure(pool):
    """Return the times in seconds, by kind of task and size."""
    times = {(kind, size): [] for kind in TASKS for size in SIZES}
    for _ in range(TIMES):
        for (kind, size), found in times.items():
            began = perf_counter()
            pool.map(count_up, TASKS[kind], chunksize=size)
            found.append(perf_counter() - began)
    return times


if __name__ == "__main__":
    all_ready = Barrier(3)
    with Pool(2, all_ready.wait) as pool:
        all_ready.wait()  # starting the workers is not measured
        for kind, tasks in TASKS.items():
            done = pool.map(count_up, tasks)
            print(f"{kind}: {len(done)} tasks, {sum(done):.0f} steps")
        print(f"two workers, s, {TIMES} times each")
        print("tasks   chunksize   lowest   median  highest")
        for (kind, size), found in measure(pool).items():
            numbers = min(found), median(found), max(found)
            row = "".join(f"{time:9.4f}" for time in numbers)
            print(f"{kind:8}{size:9}{row}")
