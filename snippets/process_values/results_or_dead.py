# /// script
# [tool.snippet]
# child-exits = [7]
# ///
"""Read results from a queue, and do not wait for one that crashed."""

import os
from multiprocessing import Process, Queue
from queue import Empty


def work(number, results):
    if number == 2:
        os._exit(7)  # stands for a crash, or for being killed
    results.put(number * 10)


def collect(processes, results):
    answers = []
    while len(answers) < len(processes):
        running = any(process.is_alive() for process in processes)
        try:
            answers.append(results.get(timeout=0.1))
        except Empty:
            if not running:
                break
    return answers


if __name__ == "__main__":
    results = Queue()
    processes = [
        Process(target=work, args=(number, results), name=str(number))
        for number in (1, 2, 3)
    ]
    for process in processes:
        process.start()
    answers = collect(processes, results)
    for process in processes:
        process.join()
        if process.exitcode != 0:
            print(f"job {process.name}: exit code {process.exitcode}")
    print("results:", sorted(answers))
