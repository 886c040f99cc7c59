"""Start a pool of three and count processes for twelve tasks."""

import os
from multiprocessing import Pool, SimpleQueue


def sign_in(list_of_workers):
    list_of_workers.put(os.getpid())


def do_task(number):
    return os.getpid()


if __name__ == "__main__":
    signed_in = SimpleQueue()
    with Pool(3, initializer=sign_in, initargs=(signed_in,)) as pool:
        served = pool.map(do_task, range(12), chunksize=1)
        pool.close()
        pool.join()

    workers = set()
    while not signed_in.empty():
        workers.add(signed_in.get())
    print("tasks done:", len(served))
    print("processes started:", len(workers))
    print("every task done by one of them:", set(served) <= workers)
