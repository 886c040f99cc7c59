"""Make a Pool from its class, and give each argument by name."""

from multiprocessing import get_context
from multiprocessing.pool import Pool


def area(width, height):
    return width * height


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(processes=2, context=get_context()) as pool:
        squares = pool.imap_unordered(
            func=square, iterable=range(1, 7), chunksize=3
        )
        print(sorted(squares))
        areas = pool.starmap_async(
            func=area, iterable=[(1, 2), (3, 4), (5, 6)], chunksize=2
        )
        areas.wait(timeout=60)
        print("ready:", areas.ready(), areas.get(timeout=0))
