"""Call super().__init__(), but store the result in the child's self."""

from multiprocessing import Process


class Worker(Process):
    def __init__(self, number):
        super().__init__()
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number * 2
        print("in the child: result", self.result)


if __name__ == "__main__":
    worker = Worker(21)
    worker.start()
    worker.join()
    print("exit code", worker.exitcode, "and result", worker.result)
