# /// script
# [tool.snippet]
# output = "varies"
# runs = 5
# timeout = 120
# env = { PYTHONUNBUFFERED = "1" }
# matches = '''Texts:(?: \('Process [1-4]', 100\)){4}
# Lines with several texts: [1-9]\d*
# One of them: (?:Process ([1-4]): \1){2,}
# '''
# ///
"""Let four processes print at once until texts share a line."""

import re
import subprocess
import sys
from collections import Counter
from multiprocessing import Barrier, Process


def print_number(number, starting_line):
    for _ in range(100):
        starting_line.wait()
        print(f"Process {number}: {number}")


def race():
    starting_line = Barrier(4)
    processes = [
        Process(target=print_number, args=(number, starting_line))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def lines_of_a_race():
    command = [sys.executable, __file__, "race"]
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return ended.stdout.splitlines()


if __name__ == "__main__":
    if "race" in sys.argv:
        race()
    else:
        shared = []
        while not shared:
            lines = lines_of_a_race()
            shared = [s for s in lines if s.count("Process") > 1]
        texts = Counter(re.findall(r"Process \d", "".join(lines)))
        print("Texts:", *sorted(texts.items()))
        print("Lines with several texts:", len(shared))
        print("One of them:", min(shared, key=len))
