# /// script
# dependencies = ["mpire"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# leaves = ["thread"]
# ///
"""Give each worker of mpire its own copy of a table, then map."""

from mpire import WorkerPool

PRICES = {"apple": 3, "melon": 5}


def price_of(prices, fruit, count):
    return prices[fruit] * count


if __name__ == "__main__":
    orders = [("apple", 2), ("melon", 1), ("apple", 4)]
    with WorkerPool(n_jobs=2, shared_objects=PRICES) as pool:
        print(pool.map(price_of, orders))
