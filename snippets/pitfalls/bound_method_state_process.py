"""Let a process call a method that counts: the parent's stays at 0."""

from multiprocessing import Process


class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        self.count += 1
        print("in the child: ", self.count, flush=True)


if __name__ == "__main__":
    counter = Counter()
    process = Process(target=counter.add)
    process.start()
    process.join()
    print("in the parent:", counter.count)
