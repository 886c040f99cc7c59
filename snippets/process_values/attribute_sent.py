"""Send what run() has found out back through a pipe of its own."""

from multiprocessing import Pipe, Process


class Adder(Process):
    def __init__(self, numbers):
        super().__init__()
        self.numbers = numbers

    def start(self):
        self.receiver, self.sender = Pipe(duplex=False)
        super().start()
        self.sender.close()  # the child has its own

    def run(self):
        self.sender.send(sum(self.numbers))

    def result(self):
        total = self.receiver.recv()
        self.join()
        return total


if __name__ == "__main__":
    adders = [Adder([1, 2, 3]), Adder([4, 5, 6])]
    for adder in adders:
        adder.start()
    for adder in adders:
        print("total in the parent:", adder.result())
