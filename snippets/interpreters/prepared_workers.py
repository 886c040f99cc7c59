# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Prepare each worker by an initializer, and name its thread."""

import threading
from concurrent.futures import InterpreterPoolExecutor

rates = {}


def load_rates(currency, rate):
    rates[currency] = rate


def to_euro(amount, currency):
    return amount * rates[currency]


if __name__ == "__main__":
    with InterpreterPoolExecutor(
        max_workers=1,
        thread_name_prefix="converter",
        initializer=load_rates,
        initargs=("DKK", 0.125),
    ) as executor:
        print(executor.submit(to_euro, 80, currency="DKK").result())
        for thread in threading.enumerate():
            print("thread:", thread.name)
    print("rates known here:", rates)
