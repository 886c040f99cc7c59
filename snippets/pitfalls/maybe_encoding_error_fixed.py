"""Return a list from a task: plain data can be sent home."""

from multiprocessing import Pool


def squares(count):
    return [number * number for number in range(count)]


if __name__ == "__main__":
    with Pool(1) as pool:
        print(pool.apply(squares, (4,)))
