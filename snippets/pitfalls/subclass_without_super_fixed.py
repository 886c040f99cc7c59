"""Call super().__init__() first, and put the result into a queue."""

from multiprocessing import Process, SimpleQueue


class Worker(Process):
    def __init__(self, number, results):
        super().__init__(daemon=True)
        self.number = number
        self.results = results

    def run(self):
        self.results.put(self.number * 2)


if __name__ == "__main__":
    results = SimpleQueue()
    worker = Worker(21, results)
    worker.start()
    print("result", results.get())
    worker.join()
