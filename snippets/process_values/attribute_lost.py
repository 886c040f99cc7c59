"""Set an attribute in run(), and look for it in the parent."""

from multiprocessing import Process


class Adder(Process):
    def __init__(self, numbers):
        super().__init__()
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)
        print("total in the child: ", self.total)


if __name__ == "__main__":
    adder = Adder([1, 2, 3])
    adder.start()
    adder.join()
    print("total in the parent:", adder.total)
