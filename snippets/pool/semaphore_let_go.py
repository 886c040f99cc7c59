"""Tell the feeder to stop before you leave the pool: it ends."""

from multiprocessing import Pool
from threading import Event, Semaphore


def pack(number):
    return f"parcel {number}"


def metered(items, permits, enough):
    for item in items:
        permits.acquire()
        if enough.is_set():
            return
        yield item


if __name__ == "__main__":
    permits, enough = Semaphore(4), Event()
    orders = metered(range(200), permits, enough)
    with Pool(1) as pool:
        parcels = pool.imap(pack, orders)
        print("first result:", next(parcels))
        enough.set()
        permits.release()
        rest = list(parcels)  # until the feeder has stopped
        print("results in all, at most 4:", 1 + len(rest) <= 4)
    print("the pool is gone")
