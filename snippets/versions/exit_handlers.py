"""Register a function in a child for its end: is it called?"""

import atexit
from multiprocessing import Process


def work():
    atexit.register(print, "the child has cleaned up", flush=True)
    print("the child is at work", flush=True)


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
