# /// script
# requires-python = ">=3.14"
# ///
"""Ask for a lock that another process has: wait, look or give up."""

from multiprocessing import Event, Lock, Process


def hold(lock, held, enough):
    lock.acquire()
    held.set()
    enough.wait()
    lock.release()


if __name__ == "__main__":
    lock, held, enough = Lock(), Event(), Event()
    process = Process(target=hold, args=(lock, held, enough))
    process.start()
    held.wait()
    print("locked:         ", lock.locked())
    print("do not wait:    ", lock.acquire(block=False))
    print("wait 0.1 s:     ", lock.acquire(timeout=0.1))
    print("both, in order: ", lock.acquire(True, 0.1))
    enough.set()
    print("wait for it:    ", lock.acquire())
    lock.release()
    print("locked:         ", lock.locked())
    try:
        lock.release()
    except ValueError as error:
        print("ValueError:", error)
    process.join()
