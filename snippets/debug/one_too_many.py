# /// script
# [tool.snippet]
# hangs-after = 1.5
# ///
"""Wait for three results where only two tasks were sent."""

from multiprocessing import Process, Queue


def work(tasks, results):
    while (task := tasks.get()) is not None:
        results.put(task * task)


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    process = Process(target=work, args=(tasks, results))
    process.start()
    for number in (1, 2):
        tasks.put(number)
    for _ in range(3):
        print(results.get())
    tasks.put(None)
    process.join()
