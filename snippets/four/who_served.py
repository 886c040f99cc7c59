# /// script
# [tool.snippet]
# output = "pattern"
# masks = { counts = '(?<=out of ten:).*' }
# start-methods = []
# alone = true
# timeout = 120
# ///
"""Count the workers that serve four tasks in pools of four."""

import os
from collections import Counter
from multiprocessing import get_all_start_methods, get_context


def serve(number):
    return os.getpid()


def count_servers(method):
    with get_context(method).Pool(processes=4) as pool:
        return len(set(pool.map(serve, [1, 2, 3, 4])))


if __name__ == "__main__":
    print("Workers that did the tasks:     1    2    3    4")
    for method in sorted(get_all_start_methods()):
        counts = Counter(count_servers(method) for _ in range(10))
        row = [f"{counts[served]:5}" for served in [1, 2, 3, 4]]
        print(f"{method + ', pools out of ten:':27}", *row, sep="")
