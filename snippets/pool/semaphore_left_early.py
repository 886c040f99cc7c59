# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Leave the pool while its feeder waits for a permit: it hangs."""

from multiprocessing import Pool
from threading import Semaphore


def pack(number):
    return number * 10


def metered(items, permits):
    for item in items:
        permits.acquire()
        yield item


if __name__ == "__main__":
    permits = Semaphore(4)
    with Pool(1) as pool:
        parcels = pool.imap(pack, metered(range(200), permits))
        print("first result:", next(parcels))
    print("never printed")
