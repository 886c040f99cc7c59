"""Try to release, in a child, what the parent has taken."""

from multiprocessing import Lock, Process, RLock


def release(name, lock):
    try:
        lock.release()
        print(f"{name}: released")
    except AssertionError as error:
        print(f"{name}: AssertionError: {error}")


if __name__ == "__main__":
    for name, lock in ("Lock", Lock()), ("RLock", RLock()):
        lock.acquire()
        process = Process(target=release, args=(name, lock))
        process.start()
        process.join()
