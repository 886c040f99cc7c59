# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# env = { PYTHON_CPU_COUNT = "3" }
# ///
"""Leave the size of a pool to Python and count its workers."""

import os
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    with Pool():
        print("os.process_cpu_count():", os.process_cpu_count())
        print("workers of Pool():", len(active_children()))
