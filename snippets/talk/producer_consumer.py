"""Let one producer feed two consumers, and stop each with a None."""

from multiprocessing import Process, Queue


def produce(tasks, consumers):
    for number in range(1, 7):
        tasks.put(number)
    for _ in range(consumers):
        tasks.put(None)  # one for each consumer: no more work


def consume(tasks, results):
    while (number := tasks.get()) is not None:
        results.put((number, number * number))
    results.put(None)  # this consumer has nothing more to say


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    producer = Process(target=produce, args=(tasks, 2))
    consumers = [
        Process(target=consume, args=(tasks, results)) for _ in range(2)
    ]
    for process in [producer, *consumers]:
        process.start()

    squares = {}
    for _ in consumers:
        squares.update(iter(results.get, None))
    for process in [producer, *consumers]:
        process.join()
    print(dict(sorted(squares.items())))
