"""Let one worker in a pool of four do all four tasks."""

import os
from multiprocessing import Event, Lock, Pool, active_children


def start_late(first_place, tasks_done):
    if not first_place.acquire(block=False):
        tasks_done.wait()


def serve(number):
    return number, os.getpid()


if __name__ == "__main__":
    first_place = Lock()
    tasks_done = Event()
    with Pool(
        processes=4,
        initializer=start_late,
        initargs=(first_place, tasks_done),
    ) as pool:
        numbers, pids = zip(*pool.map(serve, [1, 2, 3, 4]))
        workers = active_children()
        tasks_done.set()
        pool.close()
        pool.join()
    print("Tasks:", numbers)
    print("Workers in the pool:", len(workers))
    print("Workers that served the four tasks:", len(set(pids)))
