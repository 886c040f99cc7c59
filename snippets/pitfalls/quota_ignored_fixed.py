# /// script
# [tool.snippet]
# output = "pattern"
# masks = { number = "(?<=workers: )[1-9]\\d*" }
# start-methods = []
# timeout = 30
# ///
"""Start as many workers as affinity and the CPU quota allow."""

import math
import os
from multiprocessing import Pool, active_children
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")


def read_quota():
    """Give the quota and its period in microseconds, if any."""
    if (file := GROUPS / "cpu.max").exists():  # version 2
        quota, period = file.read_text().split()
    elif (folder := GROUPS / "cpu").exists():  # version 1
        quota = (folder / "cpu.cfs_quota_us").read_text()
        period = (folder / "cpu.cfs_period_us").read_text()
    else:
        return None
    unlimited = quota.strip() in ("max", "-1")
    return None if unlimited else (int(quota), int(period))


def usable_cpus(quota):
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and newer
        cpus = os.process_cpu_count() or 1
    elif hasattr(os, "sched_getaffinity"):
        cpus = len(os.sched_getaffinity(0))
    else:
        cpus = os.cpu_count() or 1
    return min(cpus, allowed_cpus(quota)) if quota else cpus


def allowed_cpus(quota):
    return math.ceil(quota[0] / quota[1])


if __name__ == "__main__":
    for quota in (50_000, 100_000), (250_000, 100_000):
        print(quota, "allows CPUs:", allowed_cpus(quota))
    with Pool(usable_cpus(read_quota())):
        print("here, workers:", len(active_children()))
