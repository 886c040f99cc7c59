"""Load a file in each worker, not in each task, and count that."""

import json
import tempfile
from multiprocessing import Pool, SimpleQueue
from pathlib import Path

prices = {}  # in each worker: filled by its initializer


def load_prices(path, loads):
    prices.update(json.loads(Path(path).read_text()))
    loads.put("loaded")


def price_of(item):
    return prices[item]


if __name__ == "__main__":
    loads = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "prices.json")
        path.write_text('{"tea": 3, "cake": 5}')
        with Pool(
            2, initializer=load_prices, initargs=(path, loads)
        ) as pool:
            found = pool.map(price_of, ["tea", "cake"] * 4, chunksize=1)
            pool.close()
            pool.join()
    print("tasks:", found)
    print("loaded in the workers:", [loads.get() for _ in range(2)])
    print("once more:", not loads.empty())
    print("known to the parent:", prices)
