"""Let the initializer fail: an executor breaks, and says so."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def connect():
    raise ConnectionError("no database there")


def query():
    return "an answer"


if __name__ == "__main__":
    with ProcessPoolExecutor(1, initializer=connect) as executor:
        future = executor.submit(query)
        try:
            print(future.result())
        except BrokenProcessPool as error:
            print("BrokenProcessPool:", error)
