# /// script
# [tool.snippet]
# raises = "AttributeError"
# ///
"""Set an attribute of Process before super().__init__() is called."""

from multiprocessing import Process


class Worker(Process):
    def __init__(self, number):
        self.daemon = True
        super().__init__()
        self.number = number

    def run(self):
        print("twice", self.number, "is", self.number * 2)


if __name__ == "__main__":
    worker = Worker(21)
    worker.start()
