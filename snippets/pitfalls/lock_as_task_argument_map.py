# /// script
# [tool.snippet]
# raises = "RuntimeError"
# ///
"""Hand a lock to a pool as part of each task: it is refused."""

from multiprocessing import Lock, Pool


def greet(name, lock):
    with lock:
        print("hello,", name, flush=True)


if __name__ == "__main__":
    lock = Lock()
    with Pool(processes=1) as pool:
        pool.starmap(greet, [("Ada", lock), ("Alan", lock)])
