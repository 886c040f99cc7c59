# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Acquire and release the locks and semaphores of a manager."""

from multiprocessing import Manager, Process


def try_lock(lock):
    print("another process, at once:", lock.acquire(blocking=False))
    print("within 0.1 s:", lock.acquire(timeout=0.1))


def in_another_process(lock):
    process = Process(target=try_lock, args=(lock,))
    process.start()
    process.join()


if __name__ == "__main__":
    with Manager() as manager:
        lock = manager.Lock()
        with lock:
            in_another_process(lock)
        print("free again:", lock.acquire())
        lock.release()

        again = manager.RLock()
        print("RLock:", again.acquire(), again.acquire())
        again.release()
        again.release()
        in_another_process(again)

        permits = manager.Semaphore(2)
        two = permits.acquire(), permits.acquire()
        print("Semaphore(2):", *two, permits.acquire(False))
        bounded = manager.BoundedSemaphore(1)
        try:
            bounded.release()
        except ValueError as error:
            print("BoundedSemaphore:", error)
