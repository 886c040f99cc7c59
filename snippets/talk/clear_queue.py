"""Clear a queue: too early, and when its producer has ended."""

from multiprocessing import Event, Process, Queue
from queue import Empty


def produce(queue, may_start):
    may_start.wait()
    for item in ["tea", "cake", "jam"]:
        queue.put(item)


def clear(queue):
    removed = []
    while True:
        try:
            removed.append(queue.get_nowait())
        except Empty:
            return removed


if __name__ == "__main__":
    queue = Queue()
    may_start = Event()
    producer = Process(target=produce, args=(queue, may_start))
    producer.start()
    print("while it is at work:", clear(queue))

    may_start.set()
    producer.join()  # only where the items are few and small
    print("after its end:", clear(queue))
    print("and again:", clear(queue))
