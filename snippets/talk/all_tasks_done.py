"""Wait until two workers have done every task, even one that fails."""

from multiprocessing import JoinableQueue, Process, SimpleQueue


def work(tasks, results):
    for text in iter(tasks.get, None):
        try:
            results.put((text, int(text)))
        except ValueError as error:
            results.put((text, f"failed: {error}"))
        finally:
            tasks.task_done()  # once for each get()


if __name__ == "__main__":
    tasks, results = JoinableQueue(), SimpleQueue()
    workers = [
        Process(target=work, args=(tasks, results)) for _ in range(2)
    ]
    for worker in workers:
        worker.start()

    texts = ["1", "two", "3"]
    for text in texts:
        tasks.put(text)
    tasks.join()
    print("all tasks are done")
    for text, result in sorted(results.get() for _ in texts):
        print(f"{text}: {result}")

    for _ in workers:
        tasks.put(None)
    for worker in workers:
        worker.join()
