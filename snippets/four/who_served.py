# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# different\ process\ ids,\ 10\ times\ each:\ one\ two\ three\ four\n
# 4\ Process\ objects:\ +0\ +0\ +0\ +10\n
# (Pool\ of\ 4,\ (fork|forkserver|spawn):(\ +\d|\ +10){4}\n){1,3}
# '''
# runs = 5
# start-methods = []
# alone = true
# timeout = 120
# ///
"""Count the processes that get four tasks: with and without a pool."""

import os
from collections import Counter
from multiprocessing import (
    Process,
    SimpleQueue,
    get_all_start_methods,
    get_context,
)

NUMBERS = [1, 2, 3, 4]


def serve(number):
    return os.getpid()


def send(number, pids):
    pids.put(serve(number))


def ids_of_processes():
    pids = SimpleQueue()
    processes = [
        Process(target=send, args=(number, pids)) for number in NUMBERS
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return {pids.get() for _ in NUMBERS}


def ids_of_workers(method):
    with get_context(method).Pool(processes=4) as pool:
        return set(pool.map(serve, NUMBERS))


def report(name, ids, *arguments):
    counts = Counter(len(ids(*arguments)) for _ in range(10))
    row = [f"{counts[different]:5}" for different in range(1, 5)]
    print(f"{name:38}", *row, sep="")


if __name__ == "__main__":
    print("different process ids, 10 times each: one two three four")
    report("4 Process objects:", ids_of_processes)
    for method in sorted(get_all_start_methods()):
        report(f"Pool of 4, {method}:", ids_of_workers, method)
