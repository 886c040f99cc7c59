# /// script
# [tool.snippet]
# platforms = ["Linux"]
# output = "varies"
# matches = '''(?x)
# the\ worker\ after\ each\ task,\ MB,\ 3\ times\ each\n
# maxtasksperchild\ \ task\ +lowest\ +median\ +highest\n
# ((None\ +1|6\ +[17]|3\ +(1|4|7|10))(\ +[123]\d\.\d\d){3}\n
# |(None\ +2|6\ +[28]|3\ +(2|5|8|11))(\ +[234]\d\.\d\d){3}\n
# |(None\ +3|6\ +[39]|3\ +(3|6|9|12))(\ +[345]\d\.\d\d){3}\n
# |(None\ +4|6\ +(4|10))(\ +[456]\d\.\d\d){3}\n
# |(None\ +5|6\ +(5|11))(\ +[456]\d\.\d\d){3}\n
# |(None\ +6|6\ +(6|12))(\ +[567]\d\.\d\d){3}\n
# |None\ +[78](\ +[6-9]\d\.\d\d){3}\n
# |None\ +(9|1[0-2])(\ +([89]\d|1[0-2]\d)\.\d\d){3}\n){36}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Leak 8 MB in each task; read how much memory the worker holds."""

import re
from multiprocessing import get_context
from pathlib import Path
from statistics import median

LIMITS = None, 6, 3
TASKS, TIMES = 12, 3
leak = []


def resident():
    """Read how much memory this process has now (RSS), in MB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    (size,) = re.findall(r"^Rss: +(\d+) kB", text, re.MULTILINE)
    return int(size) / 2**10


def leaky_task(number):
    leak.append(b"x" * 2**23)
    return resident()


def after_each_task(limit):
    """Give the memory of whichever worker did each task."""
    context = get_context("spawn")
    with context.Pool(1, maxtasksperchild=limit) as pool:
        return pool.map(leaky_task, range(TASKS), chunksize=1)


if __name__ == "__main__":
    print(f"the worker after each task, MB, {TIMES} times each")
    print("maxtasksperchild  task   lowest   median  highest")
    for limit in LIMITS:
        rounds = [after_each_task(limit) for _ in range(TIMES)]
        for number, found in enumerate(zip(*rounds), 1):
            numbers = min(found), median(found), max(found)
            row = "".join(f"{mb:9.2f}" for mb in numbers)
            print(f"{limit!s:<18}{number:4}{row}")
