# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Ask in two ways how many CPUs there are: it is one number."""

import multiprocessing
import os

if __name__ == "__main__":
    same = multiprocessing.cpu_count() == os.cpu_count()
    print("multiprocessing.cpu_count() is os.cpu_count():", same)
