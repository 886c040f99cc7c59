"""Copy shared objects, and give a raw one a lock afterwards."""

from multiprocessing import Process, RLock
from multiprocessing.sharedctypes import (
    RawArray,
    RawValue,
    copy,
    synchronized,
)


def count(visits, pages):
    with visits:  # a wrapper is its own lock, too
        visits.value += 1
        pages[0] += 1


if __name__ == "__main__":
    lock = RLock()
    raw = RawArray("i", [5, 6])
    pages = synchronized(raw, lock)
    visits = synchronized(RawValue("i"), lock=lock)
    before = copy(raw)
    process = Process(target=count, args=(visits, pages))
    process.start()
    process.join()
    print("pages:", pages[:], "before:", before[:])
    print("visits:", visits.value)
    print("wraps the same memory:", pages.get_obj() is raw)
    print("given lock:", pages.get_lock() is lock)
    own = synchronized(before)
    print("a lock of its own:", type(own.get_lock()).__name__)
    try:
        synchronized(own)
    except AssertionError as error:
        print("AssertionError:", error)
