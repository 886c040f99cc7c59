# /// script
# [tool.snippet]
# timeout = 60
# ///
"""Seed by task or by worker; only one gives the same with any pool."""

import random
from multiprocessing import Barrier, Pool, Value

SEED = "dice of May 4"
TASKS = 3


def get_ready(counter, barrier):
    global generator, all_busy
    with counter:
        generator = random.Random(f"{SEED}, worker {counter.value}")
        counter.value += 1
    all_busy = barrier


def by_task(task):
    of_task = random.Random(f"{SEED}, task {task}")
    return of_task.getrandbits(16)


def by_worker(task):
    all_busy.wait()  # so that each worker gets as many tasks
    return generator.getrandbits(16)


def draw(function, workers):
    given = Value("i", 0), Barrier(workers)
    with Pool(workers, get_ready, given) as pool:
        return sorted(pool.map(function, range(TASKS), chunksize=1))


if __name__ == "__main__":
    for function in by_task, by_worker:
        alone, shared = draw(function, 1), draw(function, workers=3)
        same = alone == shared
        print(f"{function.__name__}: same with 1 and 3 workers: {same}")
        print("  drawn:", *alone, "and", *shared)
