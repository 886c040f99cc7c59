"""Make in run() what only the child needs: nothing to pickle."""

from multiprocessing import Process
from threading import Lock


class Counter(Process):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def run(self):
        lock = Lock()
        with lock:
            self.count += 1
        print("counted to", self.count)


if __name__ == "__main__":
    counter = Counter(41)
    counter.start()
    counter.join()
