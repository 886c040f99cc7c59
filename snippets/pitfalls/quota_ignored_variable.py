# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# env = { PYTHON_CPU_COUNT = "3" }
# ///
"""Count the workers of a pool, with PYTHON_CPU_COUNT set to 3."""

import os
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    print("PYTHON_CPU_COUNT:", os.environ["PYTHON_CPU_COUNT"])
    print("os.process_cpu_count():", os.process_cpu_count())
    with Pool():
        print("workers of Pool():", len(active_children()))
