"""Let imap() read a generator while nobody takes a result."""

from multiprocessing import Pool
from threading import Event


def read_orders(log):
    for number in range(2000):
        log.append(number)
        yield number
    all_read.set()


def pack(number):
    return f"parcel {number}"


if __name__ == "__main__":
    all_read = Event()
    read = []
    with Pool(2) as pool:
        parcels = pool.imap(pack, read_orders(read))
        all_read.wait()
        print("orders read:", len(read))
        print("first result taken:", next(parcels))
