"""Try to do something in parallel inside of a daemonic worker."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pipe, Process
from multiprocessing.pool import ThreadPool


def start_process():
    process = Process(target=print)
    process.start()
    process.join()


def use_executor_of_threads():
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(abs, [-1, -2]))


def use_thread_pool():
    with ThreadPool(2) as pool:
        return pool.map(abs, [-1, -2])


def run_program():
    program = [sys.executable, "-c", "print([1, 2])"]
    return subprocess.check_output(program, text=True).strip()


WAYS = (
    start_process,
    use_executor_of_threads,
    use_thread_pool,
    run_program,
)


def task(sender):
    for way in WAYS:
        try:
            sender.send(f"{way.__name__}: works, gives {way()}")
        except AssertionError as error:
            sender.send(f"{way.__name__}: AssertionError: {error}")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    worker = Process(target=task, args=(sender,), daemon=True)
    worker.start()
    for way in WAYS:
        print(receiver.recv())
    worker.join()
