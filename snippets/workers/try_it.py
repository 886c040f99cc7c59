# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# alone = true
# matches = '''tiny, 1000 tasks
#     loop:       \d{1,5}\.\d{3} ms
#     pool:       \d{1,5}\.\d{3} ms
#     to make it: \d{1,5}\.\d{3} ms
#     same results: True
# heavy, 16 tasks
#     loop:       \d{1,5}\.\d{3} ms
#     pool:       \d{1,5}\.\d{3} ms
#     to make it: \d{1,5}\.\d{3} ms
#     same results: True
# '''
# ///
"""Time your own tasks in a loop and in a pool, before you decide."""

from multiprocessing import Pool
from time import perf_counter


def tiny(number):
    return number + 1


def heavy(number):
    return sum(i * i for i in range(300_000 + number))


def compare(function, tasks, workers=2):
    began = perf_counter()
    by_loop = list(map(function, tasks))
    loop = perf_counter() - began
    began = perf_counter()
    with Pool(workers) as pool:
        ready = perf_counter() - began
        by_pool = pool.map(function, tasks)
    whole = perf_counter() - began
    print(f"{function.__name__}, {len(tasks)} tasks")
    print(f"    loop:       {1000 * loop:.3f} ms")
    print(f"    pool:       {1000 * whole:.3f} ms")
    print(f"    to make it: {1000 * ready:.3f} ms")
    print("    same results:", by_loop == by_pool)


if __name__ == "__main__":
    compare(tiny, range(1000))
    compare(heavy, range(16))
