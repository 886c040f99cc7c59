# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Read a global only inside a generator expression: it is missing."""

from concurrent.futures import InterpreterPoolExecutor

RATE = 5


def hidden(count):
    return sum(RATE * number for number in range(count))


def plain(count):
    rate = RATE
    return sum(rate * number for number in range(count))


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as pool:
        for function in hidden, plain:
            try:
                print(pool.submit(function, 4).result())
            except NameError as error:
                print(repr(error))
