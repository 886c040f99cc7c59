"""Let two processes put into one SimpleQueue, then close it."""

from multiprocessing import Process, SimpleQueue


def square(number, results):
    results.put((number, number * number))


if __name__ == "__main__":
    results = SimpleQueue()
    print("empty:", results.empty())
    processes = [
        Process(target=square, args=(number, results))
        for number in (3, 4)
    ]
    for process in processes:
        process.start()
    print(sorted(results.get() for _ in processes))
    for process in processes:
        process.join()

    try:
        results.put(lambda: None)
    except Exception as error:
        print("put() fails by itself:", type(error).__name__)
    print("empty:", results.empty())
    results.close()
    try:
        results.get()
    except OSError as error:
        print(f"OSError: {error}")
