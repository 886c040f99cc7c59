# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = ["spawn", "forkserver"]
# platforms = ["Linux", "Darwin"]
# masks = { MB = "(?m)(?<=\\d) +\\d+ +\\d+$" }
# matches = '''growth in MB after each task
# task   one worker   replaced after 3
# (   [12] {11}[ 1]\d {17}[ 1]\d\n){2}   3 {11}[12]\d {17}[12]\d
#    4 {11}[23]\d {17}[ 1]\d
# (   [5-8] {11}[3-6]\d {17}[ 12]\d\n){4}   9 {11}[67]\d {17}[12]\d
# the highest is less than half of the other: True
# '''
# ///
"""Leak 8 MB in each task; see how far the workers grow."""

import resource
import sys
from multiprocessing import Pool

leak = []
worker = {}
UNITS_PER_MB = 2**20 if sys.platform == "darwin" else 2**10


def peak_memory():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_maxrss / UNITS_PER_MB


def set_up():
    worker["at first"] = peak_memory()


def leaky_task(number):
    leak.append(b"x" * 2**23)
    return peak_memory() - worker["at first"]


def growth(limit):
    with Pool(1, set_up, maxtasksperchild=limit) as pool:
        return pool.map(leaky_task, range(9), chunksize=1)


if __name__ == "__main__":
    print("growth in MB after each task")
    print("task   one worker   replaced after 3")
    kept, replaced = growth(None), growth(3)
    for number, megabytes in enumerate(zip(kept, replaced), 1):
        print("{:>4}{:>13.0f}{:>19.0f}".format(number, *megabytes))
    smaller = max(replaced) < max(kept) / 2
    print("the highest is less than half of the other:", smaller)
