"""Let imap() read a generator while nobody takes a result."""

from multiprocessing import Pool
from threading import Event


def read_orders(how_many):
    yield from range(how_many)
    all_read.set()


def pack(number):
    return f"parcel {number}"


if __name__ == "__main__":
    all_read = Event()
    with Pool(2) as pool:
        parcels = pool.imap(pack, read_orders(2000))
        all_read.wait()
        print("all 2000 orders are read")
        print("first result taken:", next(parcels))
