# /// script
# requires-python = ">=3.14"
# ///
"""Count the inputs that were read each time a result is taken."""

from concurrent.futures import ProcessPoolExecutor


def read_orders(log):
    for number in range(12):
        log.append(number)
        yield number


def pack(number):
    return f"parcel {number}"


def report(name, counts):
    print(f"{name:18}", *(f"{count:3}" for count in counts), sep="")


if __name__ == "__main__":
    report("results taken", range(13))
    with ProcessPoolExecutor(2) as executor:
        for limit in None, 6, 3:
            log = []
            parcels = executor.map(
                pack, read_orders(log), buffersize=limit
            )
            counts = [len(log)]
            for _ in parcels:
                counts.append(len(log))
            report(f"read, limit {limit}", counts)
