# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# time,\ ms,\ 5\ times\ each\n
# way\ +µs\ +lowest\ +median\ +highest\n
# ((loop|pool|new-pool)\ +(1|10|100|1000|10000)
#  (\ +\d{1,5}\.\d{3}){3}\n){15}
# '''
# runs = 2
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Find from which length on tasks are quicker in a pool."""

from multiprocessing import Pool
from statistics import median
from time import perf_counter

TASKS, TIMES = 16, 5


def work(steps):
    for _ in range(steps):
        pass


def steps_in(seconds):
    """Find how many steps this Python does in that time."""
    steps = 1_000_000
    times = []
    for _ in range(5):
        began = perf_counter()
        work(steps)
        times.append(perf_counter() - began)
    return round(steps * seconds / min(times))


def in_pool(pool, tasks):
    pool.map(work, tasks, chunksize=1)


def in_new_pool(tasks):
    with Pool(2) as pool:
        in_pool(pool, tasks)


def measure(way, microseconds, steps, do_all):
    times = []
    for _ in range(TIMES):
        began = perf_counter()
        do_all([steps] * TASKS)
        times.append(1000 * (perf_counter() - began))
    numbers = min(times), median(times), max(times)
    row = "".join(f"{ms:10.3f}" for ms in numbers)
    print(f"{way:10}{microseconds:8}{row}")


if __name__ == "__main__":
    print(f"time, ms, {TIMES} times each")
    print("way             µs    lowest    median   highest")
    lengths = {
        us: steps_in(us / 1e6) for us in (1, 10, 100, 1000, 10_000)
    }
    with Pool(2) as pool:
        ways = {
            "loop": lambda tasks: list(map(work, tasks)),
            "pool": lambda tasks: in_pool(pool, tasks),
            "new-pool": in_new_pool,
        }
        for way, do_all in ways.items():
            do_all([0] * TASKS)  # the first round also prepares things
            for microseconds, steps in lengths.items():
                measure(way, microseconds, steps, do_all)
