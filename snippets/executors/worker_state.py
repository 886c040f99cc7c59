# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Choose the start method, and load data once for each worker."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, get_start_method

prices = {"loads": 0}


def load_prices(currency, factor):
    prices["loads"] += 1
    prices["tea"], prices["cake"] = 3 * factor, 5 * factor
    prices["currency"] = currency


def price_of(item):
    price = f"{prices[item]} {prices['currency']}"
    return f"{item} {price}, loads in this worker: {prices['loads']}"


def how_started():
    return get_start_method()


if __name__ == "__main__":
    with ProcessPoolExecutor(
        max_workers=2,
        mp_context=get_context("spawn"),
        initializer=load_prices,
        initargs=("EUR", 2),
    ) as executor:
        for line in executor.map(price_of, ["tea", "cake", "tea"]):
            print(line)
        print("started by", executor.submit(how_started).result())
    print("in the parent:", prices)
