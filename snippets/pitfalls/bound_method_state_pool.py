"""Map a method that counts: what it counts to depends on the chunks."""

from multiprocessing import Pool


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, _item):
        self.count += 1
        return self.count


if __name__ == "__main__":
    counter = Counter()
    with Pool(1) as pool:
        for size in 1, 2, 4:
            counts = pool.map(counter.add, range(4), chunksize=size)
            print(f"chunks of {size}: {counts}")
    print("in the parent:", counter.count)
