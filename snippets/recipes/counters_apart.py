# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Count without a lock: a place in an array for each process."""

from multiprocessing import Process, RawArray


def scan(numbers, counts, place):
    for number in numbers:
        if number % 7 == 0:
            counts[place] += 1  # nobody else writes here


if __name__ == "__main__":
    size = 3
    counts = RawArray("q", size)
    processes = [
        Process(
            target=scan, args=(range(place, 7000, size), counts, place)
        )
        for place in range(size)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("by process:", *counts)
    print("multiples of 7:", sum(counts))
