# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# 4000\ tiny\ tasks,\ ms,\ 5\ times\ each\n
# chunksize\ +lowest\ +median\ +highest\n
# ((1|4|20|100|500|2000|default|no-pool)
#  (\ +\d{1,5}\.\d\d){3}\n){8}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time Pool.map() over many tiny tasks, in chunks of several sizes."""

from multiprocessing import Pool
from statistics import median
from time import perf_counter

TASKS = range(4000)
TIMES = 5


def add_one(number):
    return number + 1


def report(name, function):
    times = []
    for _ in range(TIMES):
        began = perf_counter()
        function()
        times.append(1000 * (perf_counter() - began))
    numbers = min(times), median(times), max(times)
    print(f"{name:<11}" + "".join(f"{ms:9.2f}" for ms in numbers))


if __name__ == "__main__":
    print(f"{len(TASKS)} tiny tasks, ms, {TIMES} times each")
    print("chunksize     lowest   median  highest")
    with Pool(2) as pool:
        pool.map(add_one, TASKS)  # the workers are ready now
        for size in 1, 4, 20, 100, 500, 2000:
            report(size, lambda: pool.map(add_one, TASKS, size))
        report("default", lambda: pool.map(add_one, TASKS))
    report("no-pool", lambda: list(map(add_one, TASKS)))
