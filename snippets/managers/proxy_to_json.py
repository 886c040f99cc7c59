# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Write a managed dict as JSON: its proxy is no dict, its copy is."""

import json
from multiprocessing import Manager


def attempt(what, value):
    try:
        print(f"{what}: {json.dumps(value)}")
    except TypeError as error:
        print(f"{what}: TypeError: {error}")


if __name__ == "__main__":
    with Manager() as manager:
        prices = manager.dict(tea=3, milk=1)
        attempt("a proxy", prices)
        attempt("its copy", prices.copy())

        orders = manager.dict(Ann=manager.list(["tea", "milk"]))
        attempt("a copy with a proxy in it", orders.copy())
        plain = {name: list(order) for name, order in orders.items()}
        attempt("copies all the way", plain)
