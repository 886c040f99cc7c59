"""Set a global under the guard and read it in a pool's worker."""

from multiprocessing import Pool

prices = {}


def price_of(item):
    return prices.get(item, "unknown")


if __name__ == "__main__":
    prices["tea"] = 3
    with Pool(1) as pool:
        print("price of tea:", pool.apply(price_of, ("tea",)))
