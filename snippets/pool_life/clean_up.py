"""Clean up in each worker when close() and join() let it end."""

import atexit
from multiprocessing import Pool, SimpleQueue


def set_up(messages):
    messages.put("set up")
    atexit.register(messages.put, "cleaned up")


def double(number):
    return number * 2


if __name__ == "__main__":
    messages = SimpleQueue()
    with Pool(1, initializer=set_up, initargs=(messages,)) as pool:
        print(pool.map(double, [1, 2, 3]))
        pool.close()
        pool.join()
    while not messages.empty():
        print(messages.get())
