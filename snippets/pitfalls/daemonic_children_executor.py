"""Start a process in a task of an executor, which has no daemons."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Process


def greet(name):
    print("hello,", name)


def welcome(name):
    process = Process(target=greet, args=(name,))
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        print("exit codes:", list(pool.map(welcome, ["Ada"])))
