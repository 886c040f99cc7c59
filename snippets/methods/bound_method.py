"""Give a pool a bound method: each task gets a copy of the object."""

from multiprocessing import Pool
from threading import Lock


class Counter:
    def __init__(self, count):
        self.count = count
        self.lock = Lock()

    def __getstate__(self):
        return self.count

    def __setstate__(self, count):
        self.count = count
        self.lock = Lock()

    def add(self, number):
        with self.lock:
            self.count += number
        return self.count


if __name__ == "__main__":
    counter = Counter(100)
    with Pool(1) as pool:
        sums = pool.map(counter.add, [1, 2, 3], chunksize=1)
    print("in the worker:", sums)
    print("in the parent:", counter.count)
