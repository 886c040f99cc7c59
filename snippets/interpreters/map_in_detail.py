# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Map with a limit on what is read ahead, then cancel the rest."""

from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor


def square(number):
    return number * number


def wait_for(door):
    return door.get()


if __name__ == "__main__":
    executor = InterpreterPoolExecutor(max_workers=1)
    numbers = iter(range(6))
    squares = executor.map(
        square, numbers, timeout=60, chunksize=1, buffersize=2
    )
    print("first:", next(squares), "not yet read:", list(numbers))
    print("the others:", list(squares))

    door = interpreters.create_queue()
    futures = [executor.submit(wait_for, door) for _ in range(3)]
    while not futures[0].running():
        pass
    executor.shutdown(wait=False, cancel_futures=True)
    print("cancelled:", [future.cancelled() for future in futures])
    door.put("in")
    print(futures[0].result())
