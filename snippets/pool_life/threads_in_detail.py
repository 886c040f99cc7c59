# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Use all that a ThreadPoolExecutor offers."""

import threading
from concurrent.futures import ThreadPoolExecutor

shared = {}


def set_up(currency):
    shared["currency"] = currency


def price(item):
    name = threading.current_thread().name
    return f"{item} in {shared['currency']}, by {name}"


def wait_for(door):
    door.wait()
    return "in"


if __name__ == "__main__":
    executor = ThreadPoolExecutor(
        max_workers=1,
        thread_name_prefix="till",
        initializer=set_up,
        initargs=("EUR",),
    )
    items = iter([1, 2, 3, 4, 5, 6])
    prices = executor.map(
        price, items, timeout=60, chunksize=1, buffersize=2
    )
    print(next(prices))
    print("not yet read:", list(items))
    print(*prices, sep="\n")

    door = threading.Event()
    started = threading.Event()
    executor.submit(started.set).result()
    print("started:", started.is_set())
    futures = [executor.submit(wait_for, door) for _ in range(3)]
    while not futures[0].running():
        pass
    executor.shutdown(wait=False, cancel_futures=True)
    print("cancelled:", [future.cancelled() for future in futures])
    door.set()
    print(futures[0].result())
