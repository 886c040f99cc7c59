"""Make each worker in a pool of four take one task."""

import os
from multiprocessing import Barrier, Pool


def keep_barrier(barrier):
    global everyone_busy
    everyone_busy = barrier


def serve(number):
    everyone_busy.wait()
    return os.getpid()


if __name__ == "__main__":
    with Pool(
        processes=4,
        initializer=keep_barrier,
        initargs=(Barrier(4),),
    ) as pool:
        servers = pool.map(serve, [1, 2, 3, 4], chunksize=1)
    print("Workers that served the four tasks:", len(set(servers)))
