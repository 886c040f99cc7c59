"""Read a long input in batches, each mapped before the next is read."""

from itertools import count, islice
from multiprocessing import Pool


def square(number):
    return number * number


def map_in_batches(pool, function, items, size):
    items = iter(items)
    while batch := list(islice(items, size)):
        yield from pool.map(function, batch)


if __name__ == "__main__":
    with Pool(2) as pool:
        numbers = count()
        for result in map_in_batches(pool, square, numbers, 100):
            if result > 20_000:
                print("first square above 20,000:", result)
                print("numbers read:", next(numbers))
                break
