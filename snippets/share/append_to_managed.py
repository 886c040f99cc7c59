"""Append to one list, and fill one dictionary, from two workers."""

from functools import partial
from multiprocessing import Manager, Pool


def price(prices, log, item):
    prices[item] = len(item)
    log.append(item)  # one message, so nothing is lost


if __name__ == "__main__":
    items = ["tea", "cake", "coffee", "bread"]
    with Manager() as manager:
        prices, log = manager.dict(), manager.list()
        with Pool(2) as pool:
            pool.map(partial(price, prices, log), items, chunksize=1)
        print("logged:", sorted(log))
        print("prices:", dict(sorted(prices.items())))
