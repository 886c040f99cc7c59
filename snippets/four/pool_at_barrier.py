"""Make each worker in a pool of four take one task."""

import os
from multiprocessing import Barrier, Pool


def keep_barrier(barrier):
    global everyone_busy
    everyone_busy = barrier


def serve(number):
    everyone_busy.wait()
    return number, os.getpid()


if __name__ == "__main__":
    with Pool(
        processes=4,
        initializer=keep_barrier,
        initargs=(Barrier(4),),
    ) as pool:
        served = pool.map(serve, [1, 2, 3, 4], chunksize=1)
    numbers, pids = zip(*served)
    print("Tasks:", numbers)
    print("Workers that served the four tasks:", len(set(pids)))
