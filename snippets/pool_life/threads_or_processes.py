# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Run the same code with processes and with threads."""

import multiprocessing
import multiprocessing.dummy
import os


def double(number, queue, lock):
    with lock:
        queue.put((number * 2, os.getpid()))


def run(mp):
    queue, lock = mp.Queue(), mp.Lock()
    workers = [
        mp.Process(target=double, args=(number, queue, lock))
        for number in [1, 2]
    ]
    for worker in workers:
        worker.start()
    results, pids = zip(*[queue.get() for _ in workers])
    for worker in workers:
        worker.join()
    here = set(pids) == {os.getpid()}
    print(f"{mp.__name__}: {sorted(results)}, in this process: {here}")


if __name__ == "__main__":
    run(multiprocessing)
    run(multiprocessing.dummy)
