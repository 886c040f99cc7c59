# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Write acquire() behind with: the lock is taken and stays so."""

from multiprocessing import Lock

if __name__ == "__main__":
    lock = Lock()
    try:
        with lock.acquire():  # type: ignore
            pass
    except TypeError as error:
        print("TypeError:", error)
    print("free:", lock.acquire(block=False))
    lock.release()
    with lock:
        print("in the block, free:", lock.acquire(block=False))
