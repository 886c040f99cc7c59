"""Pass a queue to the workers of an executor: two ways that work."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, Queue

shared = {}


def keep(queue):
    shared["queue"] = queue


def tell(item):
    shared["queue"].put(f"{item}, by the initializer's queue")


def tell_through(queue, item):
    queue.put(f"{item}, by the manager's queue")


if __name__ == "__main__":
    queue = Queue()
    with ProcessPoolExecutor(
        2, initializer=keep, initargs=(queue,)
    ) as executor:
        executor.submit(tell, "tea")
        print(queue.get())
        try:
            list(executor.map(keep, [queue]))
        except RuntimeError as error:
            print("RuntimeError:", error)

    with Manager() as manager, ProcessPoolExecutor(2) as executor:
        line = manager.Queue()
        executor.submit(tell_through, line, "cake")
        print(line.get())
