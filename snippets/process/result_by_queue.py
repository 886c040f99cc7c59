"""Bring results home through a queue and match them by number."""

from multiprocessing import Process, Queue


def square(number, results):
    results.put((number, number * number))


if __name__ == "__main__":
    results = Queue()
    processes = [
        Process(target=square, args=(number, results))
        for number in (1, 2, 3, 4)
    ]
    for process in processes:
        process.start()
    answers = dict(results.get() for _ in processes)
    for process in processes:
        process.join()
    for number in (1, 2, 3, 4):
        print(f"{number} squared is {answers[number]}")
