# /// script
# [tool.snippet]
# output = "pattern"
# masks = { number = '(?<=busy: )\d+\.\d+' }
# matches = '''(?x)
# the\ sums\ are\ right:\ True\n
# the\ job\ took:\ +\d{1,2}\.\d{3}\ s\n
# (CPU\ time,\ (tasks|parent):\ +\d{1,2}\.\d{3}\ s\n){2}
# CPUs\ busy:\ [0-2]\.\d\d\n
# '''
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
    before = count_up(500_000)
    calls = [(count_up, 200_000)] * 12
    results = pool.starmap(timed, calls, chunksize=1)
    sums, times = zip(*results)
    return [before, *sums], sum(times)


if __name__ == "__main__":
    with Pool(WORKERS) as pool:
        pool.map(abs, range(WORKERS))  # the pool has begun to work
        wall, parent = perf_counter(), process_time()
        sums, in_tasks = job(pool)
        wall = perf_counter() - wall
        parent = process_time() - parent
    right = [sum(range(500_000)), *[sum(range(200_000))] * 12]
    print("the sums are right:", sums == right)
    print(f"the job took:      {wall:.3f} s")
    print(f"CPU time, tasks:   {in_tasks:.3f} s")
    print(f"CPU time, parent:  {parent:.3f} s")
    print(f"CPUs busy: {(in_tasks + parent) / wall:.2f}")
