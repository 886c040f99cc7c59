# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# masks = { number = "(?<=program: )\\d+" }
# ///
"""Count CPUs as a container's quota allows them, not as Python does."""

import math
import os
from pathlib import Path


def cpus_in(cpu_max):
    """Read "quota period", in microseconds; "max" means no limit."""
    quota, period = cpu_max.split()
    return math.inf if quota == "max" else int(quota) / int(period)


def usable_cpus(cpu_max=Path("/sys/fs/cgroup/cpu.max")):
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and newer
        cpus = os.process_cpu_count() or 1
    else:
        cpus = os.cpu_count() or 1
    if cpu_max.exists():
        allowed = cpus_in(cpu_max.read_text())
        cpus = min(cpus, max(1, math.ceil(allowed)))
    return cpus


if __name__ == "__main__":
    for text in "200000 100000", "50000 100000", "max 100000":
        print(f"{text}: {cpus_in(text)}")
    print("workers for this program:", usable_cpus())
