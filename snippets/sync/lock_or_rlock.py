# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Take each kind of lock twice, then release it until it is free."""

from multiprocessing import Lock, RLock

if __name__ == "__main__":
    for lock in Lock(), RLock():
        print(type(lock).__name__)
        print("    first time: ", lock.acquire())
        twice = lock.acquire(block=False, timeout=None)
        print("    second time:", twice)
        if twice:
            lock.release()
            print("    released once, locked: ", lock.locked())
        lock.release()
        print("    released fully, locked:", lock.locked())
