# /// script
# requires-python = ">=3.14"
# ///
"""Let an executor's map() read only four inputs ahead."""

from concurrent.futures import ProcessPoolExecutor

read = []


def numbers():
    for number in range(300):
        read.append(number)
        yield number


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        results = executor.map(square, numbers(), buffersize=4)
        print("inputs read before the first result:", len(read))
        total = next(results)
        print("inputs read after the first result:", len(read))
        print("sum of the results:", total + sum(results))
