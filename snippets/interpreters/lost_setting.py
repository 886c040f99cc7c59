# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""An initializer that only assigns a global is not seen by tasks."""

from concurrent.futures import InterpreterPoolExecutor

limit = 0


def assign(number):
    global limit
    limit = number  # only stored: the function crosses as code


def assign_and_read(number):
    global limit
    limit = max(limit, number)  # also read: crosses as a name


def read():
    return limit


if __name__ == "__main__":
    for initializer in assign, assign_and_read:
        with InterpreterPoolExecutor(
            max_workers=1, initializer=initializer, initargs=(5,)
        ) as executor:
            limit_there = executor.submit(read).result()
        print(f"{initializer.__name__}(5): limit {limit_there}")
