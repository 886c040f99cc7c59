"""Count the threads that a pool and a queue start for themselves."""

from multiprocessing import Pool, Queue
from threading import enumerate as all_threads


def threads():
    return ", ".join(thread.name for thread in all_threads())


if __name__ == "__main__":
    print("at first:", threads())
    with Pool(1) as pool:
        print("with a pool:", threads())
        pool.close()
        pool.join()
    queue = Queue()
    queue.put("a message")
    print("with a queue:", threads())
    print("received:", queue.get())
    queue.close()
    queue.join_thread()
    print("at last:", threads())
