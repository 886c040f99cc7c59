# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# masks = { number = "(?<=machine: )\\d+|(?<=may use: )\\d+" }
# ///
"""Count the CPUs of the machine and those this process may use."""

import os


def usable_cpus():
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


if __name__ == "__main__":
    print("CPUs of the machine:", os.cpu_count())
    print("CPUs this process may use:", usable_cpus())
    if hasattr(os, "sched_setaffinity"):
        one_of_them = min(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {one_of_them})
        print("limited to one of them:", usable_cpus())
