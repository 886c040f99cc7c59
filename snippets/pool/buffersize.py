# /// script
# requires-python = ">=3.14"
# ///
"""Limit how far an executor reads ahead of the results you take."""

from concurrent.futures import ProcessPoolExecutor


def read_orders(log):
    for number in range(50):
        log.append(number)
        yield number


def pack(number):
    return f"parcel {number}"


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        for limit in None, 4:
            log = []
            parcels = executor.map(
                pack, read_orders(log), buffersize=limit
            )
            print(f"buffersize={limit}")
            print("    read at once:          ", len(log))
            first = next(parcels)
            print(f"    read after {first!r}: ", len(log))
            rest = list(parcels)
            print("    read in the end:       ", len(log))
