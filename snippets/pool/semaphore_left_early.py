# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Leave the pool while its feeder waits for a permit: it hangs."""

from multiprocessing import Pool
from threading import Event, Semaphore


def pack(number):
    return f"parcel {number}"


def metered(items, permits):
    for item in items:
        if not permits.acquire(blocking=False):
            waiting.set()
            permits.acquire()
        yield item


if __name__ == "__main__":
    permits, waiting = Semaphore(4), Event()
    with Pool(1) as pool:
        parcels = pool.imap(pack, metered(range(200), permits))
        print("first result:", next(parcels))
        waiting.wait()  # until the feeder waits for a permit
    print("never printed")
