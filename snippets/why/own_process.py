# /// script
# [tool.snippet]
# output = "pattern"
# matches = '''plain call: process (\d+)
# worker 1: process (?!\1,)\d+, started by process \1
# worker 2: process (?!\1,)\d+, started by process \1
# '''
# ///
"""Call one function here, then in two processes of their own."""

import os
from multiprocessing import Process, parent_process


def report(caller):
    print(f"{caller}: process {os.getpid()}", end="")
    if parent := parent_process():
        print(f", started by process {parent.pid}", end="")
    print()


if __name__ == "__main__":
    report("plain call")
    for number in (1, 2):
        worker = Process(target=report, args=(f"worker {number}",))
        worker.start()
        worker.join()
