"""Pass what the worker needs to know as an argument."""

from multiprocessing import Pool


def price_of(prices, item):
    return prices.get(item, "unknown")


if __name__ == "__main__":
    prices = {"tea": 3}
    with Pool(1) as pool:
        price = pool.apply(price_of, (prices, "tea"))
    print("price of tea:", price)
