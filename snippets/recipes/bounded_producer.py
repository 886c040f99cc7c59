# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Hold a fast producer back: it is never more than three ahead."""

from multiprocessing import Process, Queue, Value

LIMIT = 3


def produce(tasks, produced):
    for number in range(50):
        tasks.put(number)  # waits while the queue is full
        produced.value += 1  # only this process writes it
    tasks.put(None)


def consume(tasks, produced):
    ahead = []
    for taken, number in enumerate(iter(tasks.get, None), 1):
        ahead.append(produced.value - taken)
    print("items:", produced.value, "put and", taken, "taken")
    print(f"ever more than {LIMIT} ahead:", max(ahead) > LIMIT)


if __name__ == "__main__":
    tasks = Queue(maxsize=LIMIT)
    produced = Value("i", 0)
    processes = [
        Process(target=produce, args=(tasks, produced)),
        Process(target=consume, args=(tasks, produced)),
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
