# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Confine a program to one CPU: which of the counts notice?"""

import os
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    all_cpus = os.cpu_count()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print("cpu_count() as before:", os.cpu_count() == all_cpus)
    print("sched_getaffinity():", len(os.sched_getaffinity(0)))
    print("process_cpu_count():", os.process_cpu_count())
    with Pool() as pool:
        print("workers of Pool():", len(active_children()))
        print("CPUs of a worker:", pool.apply(os.process_cpu_count))
