"""Count the bytes that a pool pickles for each of two designs."""

import pickle
from multiprocessing import Pool

TABLE = list(range(100_000))
PARTS = [(0, 50_000), (50_000, 100_000)]
sent = 0


class Task:
    """An argument that counts its bytes when it is pickled."""

    def __init__(self, content):
        self.content = content

    def __reduce__(self):
        global sent
        content = pickle.dumps(self.content)
        sent += len(content)
        return pickle.loads, (content,)


def add_slice(numbers):
    return sum(numbers)


def add_range(ends):
    return sum(TABLE[slice(*ends)])


def bytes_for(pool, function, arguments):
    global sent
    sent = 0
    total = sum(pool.map(function, map(Task, arguments), chunksize=1))
    print(f"{function.__name__}: {total}, {sent // 1000} kB pickled")


if __name__ == "__main__":
    with Pool(2) as pool:
        slices = [TABLE[slice(*ends)] for ends in PARTS]
        bytes_for(pool, add_slice, slices)
        bytes_for(pool, add_range, PARTS)
