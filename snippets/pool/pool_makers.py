# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Make four kinds of pools and ask each where its tasks run."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import Pool, get_context


def double(number):
    return number * 2, os.getpid()


def show(maker, answers):
    doubled, pids = zip(*answers)
    here = os.getpid() in pids
    where = "this process" if here else "other processes"
    print(f"{maker}: {doubled}, in {where}")


if __name__ == "__main__":
    numbers = [1, 2, 3]
    with Pool(2) as pool:
        show("Pool", pool.map(double, numbers))
    with get_context("spawn").Pool(2) as pool:
        show("Pool of a context", pool.map(double, numbers))
    with ProcessPoolExecutor(2) as executor:
        show("ProcessPoolExecutor", executor.map(double, numbers))
    with ThreadPoolExecutor(2) as threads:
        show("ThreadPoolExecutor", threads.map(double, numbers))
