# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Send objects to a worker: some are shared, copied or refused."""

import threading
from concurrent.futures import InterpreterPoolExecutor


def fill(target):
    for index in range(len(target)):
        target[index] = 9
    return list(target)


def outcome(executor, function, *arguments):
    try:
        return executor.submit(function, *arguments).result()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    numbers, data = [1, 2, 3], bytearray([1, 2, 3])
    factor = 2
    with InterpreterPoolExecutor(max_workers=1) as executor:
        print("list there:", outcome(executor, fill, numbers))
        print("list here:", numbers)
        there = outcome(executor, fill, memoryview(data))
        print("memoryview there:", there)
        print("memoryview here:", list(data))
        print("lock:", outcome(executor, repr, threading.Lock()))
        print("lambda:", outcome(executor, lambda x: x * 2, 21))
        print("global:", outcome(executor, lambda x: x * factor, 21))
