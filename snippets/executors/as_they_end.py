"""Take each future when it is done, and look up what it was for."""

from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Event

shared = {}


def share(event):
    shared["tea is served"] = event


def make(order):
    if order == "cake":
        shared["tea is served"].wait()
    return order.upper()


if __name__ == "__main__":
    tea_is_served = Event()
    with ProcessPoolExecutor(
        2, None, share, (tea_is_served,)
    ) as executor:
        tables = {
            executor.submit(make, "cake"): "table 1",
            executor.submit(make, "tea"): "table 2",
        }
        for future in as_completed(tables):
            print(f"{tables[future]}: {future.result()}")
            tea_is_served.set()
