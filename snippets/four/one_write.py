# /// script
# [tool.snippet]
# output = "lines"
# env = { PYTHONUNBUFFERED = "1" }
# ///
"""Hand over text and newline in one write, unbuffered."""

import sys
from multiprocessing import Barrier, Process


def print_number(number, starting_line):
    starting_line.wait()
    sys.stdout.write(f"Process {number}: {number}\n")


if __name__ == "__main__":
    starting_line = Barrier(4)
    processes = [
        Process(target=print_number, args=(number, starting_line))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
