"""Pass keyword arguments to tasks: by a pool, by an executor."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import Pool


def label(price, currency="EUR", digits=2):
    return f"{price:.{digits}f} {currency}"


if __name__ == "__main__":
    prices = [3, 4.5]
    in_dollars = partial(label, currency="USD", digits=1)
    with Pool(2) as pool:
        print("map:         ", pool.map(in_dollars, prices))
        one = pool.apply_async(label, (5,), {"currency": "CHF"})
        print("apply_async: ", one.get())
    with ProcessPoolExecutor(2) as executor:
        future = executor.submit(label, 5, currency="CHF")
        print("submit:      ", future.result())
        labels = executor.map(label, prices, ["USD", "CHF"])
        print("executor.map:", list(labels))
