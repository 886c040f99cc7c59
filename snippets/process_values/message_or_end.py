# /// script
# [tool.snippet]
# child-exits = [3]
# ///
"""Wait for a message of a process or for its end at the same time."""

import os
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def report_steps(connection):
    connection.send("step 1")
    connection.send("step 2")
    os._exit(3)  # stands for a crash, or for being killed


if __name__ == "__main__":
    connection, child_end = Pipe()
    process = Process(target=report_steps, args=(child_end,))
    process.start()

    while True:
        wait([connection, process.sentinel])
        if connection.poll():
            print("message:", connection.recv())
        else:
            process.join()
            print("ended with exit code", process.exitcode)
            break
