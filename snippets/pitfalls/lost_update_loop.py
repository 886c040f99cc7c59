# /// script
# [tool.snippet]
# output = "varies"
# matches = "before 0\nafter (\\d{5}|100000) of 100000\n"
# runs = 5
# cpus = 2
# ///
"""Add 1 to a shared value 25,000 times in each of four processes."""

from multiprocessing import Process, Value

PROCESSES = 4
TIMES = 25_000


def count(total):
    for _ in range(TIMES):
        total.value += 1


if __name__ == "__main__":
    total = Value("i", 0)
    counters = [
        Process(target=count, args=(total,)) for _ in range(PROCESSES)
    ]
    print("before", total.value)
    for counter in counters:
        counter.start()
    for counter in counters:
        counter.join()
    print("after", total.value, "of", PROCESSES * TIMES)
