# /// script
# [tool.snippet]
# output = "pattern"
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# raises = "TypeError"
# ///
"""Make a threading lock in __init__(): only fork can start this."""

from multiprocessing import Process
from threading import Lock


class Counter(Process):
    def __init__(self):
        super().__init__()
        self.lock = Lock()
        self.count = 0

    def run(self):
        with self.lock:
            self.count += 1
        print("counted to", self.count)


if __name__ == "__main__":
    counter = Counter()
    counter.start()
    counter.join()
