# /// script
# [tool.snippet]
# output = "pattern"
# masks = { counts = '(?: {4}\d| {3}10){4}(?=\n)' }
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
    print("Workers that did the tasks:  one  two three four")
    for method in sorted(get_all_start_methods()):
        counts = Counter(count_servers(method) for _ in range(10))
        row = [f"{counts[served]:5}" for served in range(1, 5)]
        pools = f"{method}, {counts.total()} pools:"
        print(f"{pools:27}", *row, sep="")
