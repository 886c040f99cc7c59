"""Collect what four processes send and print it in order."""

from multiprocessing import Process, SimpleQueue


def send_number(number, results):
    results.put(number)


if __name__ == "__main__":
    results = SimpleQueue()
    processes = [
        Process(target=send_number, args=(number, results))
        for number in [4, 3, 2, 1]
    ]
    for process in processes:
        process.start()
    numbers = [results.get() for _ in processes]
    for process in processes:
        process.join()

    for number in sorted(numbers):
        print(f"Process {number}: {number}")
