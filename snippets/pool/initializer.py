"""Prepare each worker once, with data that every task needs."""

from multiprocessing import Pool

prices = {}


def load_prices(currency):
    prices.update(tea=3, cake=5)
    prices["currency"] = currency


def price_of(item):
    return f"{item}: {prices[item]} {prices['currency']}"


if __name__ == "__main__":
    with Pool(2, initializer=load_prices, initargs=("EUR",)) as pool:
        for line in pool.map(price_of, ["tea", "cake"]):
            print(line)
    print("known to the parent:", prices)
