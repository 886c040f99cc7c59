"""Hold task 0 back until task 7 has ended: what waits with it?"""

from multiprocessing import Event, Pool, SimpleQueue

TASKS = range(8)
shared = {}


def share(event, queue):
    shared["last has ended"], shared["finished"] = event, queue


def do_task(number):
    if number == 0:
        shared["last has ended"].wait()
    shared["finished"].put(number)
    if number == TASKS[-1]:
        shared["last has ended"].set()


if __name__ == "__main__":
    for size in 4, 1:
        order = SimpleQueue()
        with Pool(2, share, (Event(), order)) as pool:
            pool.map(do_task, TASKS, chunksize=size)
        finished = [order.get() for _ in TASKS]
        print(f"chunksize={size}, order of finishing:", *finished)
