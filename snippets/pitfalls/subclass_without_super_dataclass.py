# /// script
# [tool.snippet]
# raises = "AttributeError"
# ///
"""Make a dataclass of a Process: its __init__() calls no super()."""

from dataclasses import dataclass
from multiprocessing import Process


@dataclass
class Worker(Process):
    number: int

    def run(self):
        print("twice", self.number, "is", self.number * 2)


if __name__ == "__main__":
    worker = Worker(21)
    worker.start()
