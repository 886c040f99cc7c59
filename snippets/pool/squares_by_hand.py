"""Square ten numbers in three processes, without a pool."""

from multiprocessing import Process, Queue


def square(number):
    return number * number


def work(tasks, results):
    while (task := tasks.get()) is not None:
        index, number = task
        results.put((index, square(number)))


if __name__ == "__main__":
    numbers = range(10)
    tasks, results = Queue(), Queue()
    workers = [
        Process(target=work, args=(tasks, results)) for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    for task in enumerate(numbers):
        tasks.put(task)
    for _ in workers:
        tasks.put(None)
    squares = dict(results.get() for _ in numbers)
    for worker in workers:
        worker.join()
    print(f"by {len(workers)} processes:")
    print([squares[index] for index in range(len(numbers))])
