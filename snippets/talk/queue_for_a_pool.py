"""Hand a queue to a pool: in a task, at the start, by a manager."""

from multiprocessing import Manager, Pool, Queue


def keep(queue):
    global progress
    progress = queue


def work(number):
    progress.put(f"did {number}")


def work_with(number, queue):
    queue.put(f"did {number}")


if __name__ == "__main__":
    queue = Queue()
    with (
        Manager() as manager,
        Pool(1, initializer=keep, initargs=(queue,)) as pool,
    ):
        try:
            pool.apply(work_with, (1, queue))
        except RuntimeError as error:
            print("RuntimeError:", error)
        pool.apply(work, (2,))
        print("by the initializer:", queue.get())
        proxy = manager.Queue()
        pool.apply(work_with, (3, proxy))
        print("by a manager:", proxy.get())
