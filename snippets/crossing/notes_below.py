# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = ["spawn", "forkserver"]
# ///
"""Send a lock in four ways, and print the notes below each error."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process
from threading import Lock


class Shop:
    def __init__(self):
        self.door = Lock()


def to_process():
    Process(target=print, args=(Shop(),)).start()


def to_pool():
    with Pool(1) as pool:
        pool.map(print, [Shop()])


def to_executor():
    with ProcessPoolExecutor(max_workers=1) as executor:
        executor.submit(print, Shop()).result()


def from_executor():
    with ProcessPoolExecutor(max_workers=1) as executor:
        executor.submit(Shop).result()


if __name__ == "__main__":
    for way in (to_process, to_pool, to_executor, from_executor):
        try:
            way()
        except TypeError as error:
            print(f"{way.__name__}: {error}")
            for note in error.__notes__:
                print("   ", note)
