"""Let imap_unordered() read only as much as is taken from it."""

from multiprocessing import Pool
from threading import Semaphore

LIMIT = 4


def pack(number):
    return number * 10


def metered(items, permits, log):
    for item in items:
        permits.acquire()
        log.append(item)
        yield item


if __name__ == "__main__":
    permits = Semaphore(LIMIT)
    read = []
    most = total = 0
    with Pool(2) as pool:
        orders = metered(range(200), permits, read)
        parcels = pool.imap_unordered(pack, orders)
        for taken, parcel in enumerate(parcels):
            most = max(most, len(read) - taken)
            total += parcel
            permits.release()
    print(f"never more than {LIMIT} ahead:", most <= LIMIT)
    print("read in the end:", len(read))
    print("sum of the results:", total)
