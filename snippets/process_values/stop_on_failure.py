# /// script
# [tool.snippet]
# child-exits = [1, -15]
# ///
"""End all other processes as soon as one has failed."""

import sys
import time
from multiprocessing import Process
from multiprocessing.connection import wait


def work(name):
    if name == "broken":
        sys.exit(1)
    time.sleep(600)


def stop_on_failure(processes):
    running = {process.sentinel: process for process in processes}
    while running:
        for sentinel in wait(running):
            process = running.pop(sentinel)
            process.join()
            if process.exitcode != 0:
                for other in running.values():
                    other.terminate()


if __name__ == "__main__":
    processes = [
        Process(target=work, args=(name,), name=name)
        for name in ["long", "broken", "longer"]
    ]
    for process in processes:
        process.start()
    stop_on_failure(processes)
    for process in processes:
        print(f"{process.name}: exit code {process.exitcode}")
