# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Three stages at work at once: one reads, two convert, one adds up."""

from multiprocessing import Process, Queue

CONVERTERS = 2


def read(texts, raw):
    for text in texts:
        raw.put(text)
    for _ in range(CONVERTERS):
        raw.put(None)  # one for each reader of this queue


def convert(raw, numbers):
    for text in iter(raw.get, None):
        numbers.put(int(text, base=16))
    numbers.put(None)  # this writer of the queue has ended


def add_up(numbers, answer):
    total = count = 0
    for _ in range(CONVERTERS):  # as many ends as there are writers
        for number in iter(numbers.get, None):
            total += number
            count += 1
    answer.put((count, total))


if __name__ == "__main__":
    texts = [f"{number:x}" for number in range(200)]
    raw, numbers = Queue(maxsize=10), Queue(maxsize=10)
    answer = Queue()
    stages = [
        Process(target=read, args=(texts, raw)),
        Process(target=convert, args=(raw, numbers)),
        Process(target=convert, args=(raw, numbers)),
        Process(target=add_up, args=(numbers, answer)),
    ]
    for process in stages:
        process.start()
    print("numbers and their sum:", *answer.get())
    for process in stages:
        process.join()
