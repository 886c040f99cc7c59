"""Have the pool call a function with each result or error."""

import os
import threading
from multiprocessing import Pool


def share_of(people):
    return 60 / people


def note(result):
    in_main = threading.current_thread() is threading.main_thread()
    print(f"{result!r}")
    print("    in the parent:", os.getpid() == parent)
    print("    in its main thread:", in_main)


if __name__ == "__main__":
    parent = os.getpid()
    with Pool(1) as pool:
        for people in 3, 0:
            pool.apply_async(
                share_of, (people,), callback=note, error_callback=note
            )
        pool.close()
        pool.join()
