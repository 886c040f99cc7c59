# /// script
# [tool.snippet]
# output = "lines"
# child-exits = [1, 3]
# ///
"""Handle each process as soon as it has ended, in any order."""

import sys
from multiprocessing import Process
from multiprocessing.connection import wait


def report_ends(processes):
    running = {process.sentinel: process for process in processes}
    while running:
        for sentinel in wait(running):
            process = running.pop(sentinel)
            process.join()
            print(f"{process.name}: exit code {process.exitcode}")


if __name__ == "__main__":
    processes = [
        Process(target=sys.exit, args=(status,), name=name)
        for name, status in {"tea": 0, "cake": 3, "soup": 1}.items()
    ]
    for process in processes:
        process.start()
    report_ends(processes)
