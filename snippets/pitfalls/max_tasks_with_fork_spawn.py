# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Start by spawn the workers that are replaced after one task."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

if __name__ == "__main__":
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as executor:
        first = executor.submit(os.getpid).result()
        second = executor.submit(os.getpid).result()
        print("another worker for the second task:", first != second)
