"""Write a worker that takes orders and stops when it is told to."""

from multiprocessing import Process, Queue


class Cook(Process):
    def __init__(self):
        super().__init__()
        self.orders = Queue()

    def run(self):
        for order in iter(self.orders.get, None):
            print("cooking", order)

    def order(self, meal):
        self.orders.put(meal)

    def stop(self):
        self.orders.put(None)
        self.join()


if __name__ == "__main__":
    cook = Cook()
    cook.start()
    cook.order("soup")
    cook.order("pasta")
    cook.stop()
    print("exit code:", cook.exitcode)
