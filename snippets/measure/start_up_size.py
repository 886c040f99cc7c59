# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# start\ and\ join,\ ms,\ 5\ times\ each\n
# method\ +bytes\ +lowest\ +median\ +highest\n
# (((fork|forkserver|spawn)\ +(1|10|100|300)000000
#  (\ +\d{1,5}\.\d\d){3}\n){4})+
# '''
# runs = 2
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time the start of a process by how much memory its parent has."""

from multiprocessing import get_all_start_methods, get_context
from statistics import median
from time import perf_counter

SIZES = 1_000_000, 10_000_000, 100_000_000, 300_000_000
TIMES = 5


def nothing():
    pass


def start_and_join(context):
    began = perf_counter()
    process = context.Process(target=nothing)
    process.start()
    process.join()
    return 1000 * (perf_counter() - began)


def report(method, size):
    context = get_context(method)
    start_and_join(context)  # the first start also prepares things
    held = bytearray(b"x") * size
    times = [start_and_join(context) for _ in range(TIMES)]
    numbers = min(times), median(times), max(times)
    row = "".join(f"{ms:9.2f}" for ms in numbers)
    print(f"{method:12}{len(held):10}{row}")


if __name__ == "__main__":
    print(f"start and join, ms, {TIMES} times each")
    print("method           bytes   lowest   median  highest")
    for method in sorted(get_all_start_methods()):
        for size in SIZES:
            report(method, size)
