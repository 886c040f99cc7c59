# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Two producers, three consumers, bad items, and a clean end."""

from multiprocessing import Process, Queue

CONSUMERS = 3


def produce(texts, tasks):
    for text in texts:
        tasks.put(text)


def consume(tasks, results):
    for text in iter(tasks.get, None):
        try:
            results.put((text, int(text)))
        except ValueError:
            results.put((text, "no number"))  # and go on
    results.put(None)


def end(producers, tasks):
    for producer in producers:
        producer.join()  # everything is in the queue
    for _ in range(CONSUMERS):
        tasks.put(None)


if __name__ == "__main__":
    tasks, results = Queue(maxsize=4), Queue()
    producers = [
        Process(target=produce, args=(texts, tasks))
        for texts in (["1", "two", "3"], ["40", "50", "sixty"])
    ]
    consumers = [
        Process(target=consume, args=(tasks, results))
        for _ in range(CONSUMERS)
    ]
    for process in producers + consumers:
        process.start()
    end(producers, tasks)

    answers = {}
    for _ in consumers:
        answers.update(iter(results.get, None))
    for process in consumers:
        process.join()
    for text, answer in sorted(answers.items()):
        print(f"{text}: {answer}")
