# /// script
# [tool.snippet]
# output = "pattern"
# masks = { limit = "(?<=says: ).*", number = "(?<=: )[1-9]\\d*" }
# platforms = ["Linux"]
# start-methods = []
# timeout = 30
# ///
"""Compare a container's CPU limit with the size of a pool."""

import os
from multiprocessing import Pool, active_children
from pathlib import Path

LIMIT = Path("/sys/fs/cgroup/cpu.max")  # quota and period

if __name__ == "__main__":
    text = LIMIT.read_text() if LIMIT.exists() else "no such file"
    print("cpu.max says:", text.strip())
    print("os.cpu_count():", os.cpu_count())
    if hasattr(os, "process_cpu_count"):
        print("os.process_cpu_count():", os.process_cpu_count())
    with Pool():
        print("workers of Pool():", len(active_children()))
