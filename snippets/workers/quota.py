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

CPU_MAX = Path("/sys/fs/cgroup/cpu.max")


def limited(cpus, cpu_max):
    """Apply "quota period", in microseconds; "max" means no limit."""
    quota, period = cpu_max.split()
    if quota == "max":
        return cpus
    return min(cpus, math.ceil(int(quota) / int(period)))


def usable_cpus():
    if hasattr(os, "process_cpu_count"):  # Python 3.13 and newer
        cpus = os.process_cpu_count() or 1
    else:
        cpus = os.cpu_count() or 1
    if CPU_MAX.exists():
        cpus = limited(cpus, CPU_MAX.read_text())
    return cpus


if __name__ == "__main__":
    for text in "200000 100000", "50000 100000", "max 100000":
        print(f"{text}: {limited(64, text)} of 64")
    print("workers for this program:", usable_cpus())
