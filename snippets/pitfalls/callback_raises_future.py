# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Collect results in a callback: one fails, and the sum is short."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event

prices = []


def collect(future):
    prices.append(future.result())


if __name__ == "__main__":
    begin = Event()  # no task runs before the callbacks are there
    with ProcessPoolExecutor(1, initializer=begin.wait) as executor:
        for text in "10", "n/a", "30":
            executor.submit(int, text).add_done_callback(collect)
        begin.set()
    print("sum:", sum(prices))
