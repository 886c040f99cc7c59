# /// script
# [tool.snippet]
# env = { PYTHONUNBUFFERED = "1" }
# ///
"""Let the writes of four print calls take turns, unbuffered."""

import sys
from multiprocessing import Barrier, Process


class StdoutInTurns:
    """Standard output that writes when its process has its turn."""

    def __init__(self, number, barrier):
        self.number = number
        self.barrier = barrier

    def write(self, text):
        for turn in [1, 3, 2, 4]:
            if turn == self.number:
                sys.stdout.write(text)
            self.barrier.wait()


def print_number(number, barrier):
    stdout = StdoutInTurns(number, barrier)
    print(f"Process {number}: {number}", file=stdout)


if __name__ == "__main__":
    barrier = Barrier(4)
    processes = [
        Process(target=print_number, args=(number, barrier))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
