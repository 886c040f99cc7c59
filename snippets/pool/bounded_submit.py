"""Have at most four tasks submitted and not yet done."""

from concurrent.futures import (
    FIRST_COMPLETED,
    ProcessPoolExecutor,
    wait,
)

LIMIT = 4


def read_orders(log):
    for number in range(50):
        log.append(number)
        yield number


def pack(number):
    return number * 10


def map_bounded(executor, function, items, limit):
    pending = set()
    for item in items:
        if len(pending) == limit:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
        pending.add(executor.submit(function, item))
    done, _ = wait(pending)
    yield from (future.result() for future in done)


if __name__ == "__main__":
    read = []
    with ProcessPoolExecutor(2) as executor:
        orders = read_orders(read)
        parcels = map_bounded(executor, pack, orders, LIMIT)
        first = next(parcels)
        print("read after the first result:", len(read))
        total = first + sum(parcels)
    print("read in the end:", len(read))
    print("sum of the results:", total)
