# /// script
# [tool.snippet]
# platforms = ["Linux", "Windows"]
# start-methods = []
# ///
"""Change an object after put(), while the feeder is still held up."""

from multiprocessing import Queue
from threading import Event, current_thread

may_pickle = Event()


class Basket:
    def __init__(self):
        self.items = ["tea"]

    def __reduce__(self):
        may_pickle.wait()  # stands for a feeder that is busy
        print("pickled in", current_thread().name)
        return list, (self.items,)


if __name__ == "__main__":
    queue = Queue()
    basket = Basket()
    queue.put(basket)
    print("put() is back; size:", queue.qsize())
    print("empty:", queue.empty())

    basket.items.append("cake")  # after put()!
    may_pickle.set()
    print("received:", queue.get())
