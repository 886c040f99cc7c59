# /// script
# [tool.snippet]
# output = "pattern"
# platforms = ["Linux"]
# start-methods = []
# masks = { number = "(?<=here: )\\d+" }
# ///
"""Count the workers that fit into a container's memory limit."""

import os
from pathlib import Path

MB = 1024 * 1024
MEMORY_MAX = Path("/sys/fs/cgroup/memory.max")


def fitting(memory_max, per_worker, cpus):
    """Leave room for one more: the parent needs memory as well."""
    if memory_max.strip() == "max":  # no limit
        return cpus
    fit = int(memory_max) // per_worker - 1
    return max(1, min(cpus, fit))


if __name__ == "__main__":
    for text in f"{2048 * MB}", f"{512 * MB}", "max":
        workers = fitting(text, per_worker=300 * MB, cpus=16)
        print(f"memory.max is {text}: {workers} of 16")
    text = MEMORY_MAX.read_text() if MEMORY_MAX.exists() else "max"
    print("here:", fitting(text, 300 * MB, os.cpu_count() or 1))
