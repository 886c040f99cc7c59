"""Let three workers compute, but only one use the database."""

import time
from multiprocessing import BoundedSemaphore, Pool, Value

shared = {}


def share(connections, users):
    shared["connections"], shared["users"] = connections, users


def handle(order):
    price = order * 10  # any number of workers do this
    with shared["connections"]:
        shared["users"].value += 1
        together = shared["users"].value
        time.sleep(0.05)  # save the price
        shared["users"].value -= 1
    return price, together


if __name__ == "__main__":
    connections = BoundedSemaphore(1)
    users = Value("i", 0, lock=False)
    with Pool(
        3, initializer=share, initargs=(connections, users)
    ) as pool:
        results = pool.map(handle, range(1, 7), chunksize=1)
    print("prices:", [price for price, _ in results])
    print("users at once, at most:", max(n for _, n in results))
    print("users in the end:", users.value)
