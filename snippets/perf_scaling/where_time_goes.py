# /// script
# [tool.snippet]
# output = "pattern"
# masks = { number = '(?<=busy: )\d+\.\d+' }
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Split the time of a parallel job: who computed, and who waited."""

from multiprocessing import Pool
from time import perf_counter, process_time

WORKERS = 2


def count_up(steps):
    total = 0
    for number in range(steps):
        total += number
    return total


def timed(function, argument):
    """Call the function; return the result and its CPU time."""
    began = process_time()
    result = function(argument)
    return result, process_time() - began


def job(pool):
    """Prepare the tasks alone, then share them out."""
    count_up(500_000)
    calls = [(count_up, 200_000)] * 12
    results = pool.starmap(timed, calls, chunksize=1)
    return sum(cpu_time for _, cpu_time in results)


if __name__ == "__main__":
    with Pool(WORKERS) as pool:
        pool.map(abs, range(WORKERS))  # the pool has begun to work
        wall, parent = perf_counter(), process_time()
        in_tasks = job(pool)
        wall = perf_counter() - wall
        parent = process_time() - parent
    print(f"the job took:      {1000 * wall:.1f} ms")
    print(f"CPU time, tasks:   {1000 * in_tasks:.1f} ms")
    print(f"CPU time, parent:  {1000 * parent:.1f} ms")
    print(f"CPUs busy: {(in_tasks + parent) / wall:.2f}")
