# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Let an initializer fail: the pool is broken for good."""

from concurrent.futures import InterpreterPoolExecutor
from concurrent.futures.interpreter import BrokenInterpreterPool


def connect(host):
    raise ConnectionError(f"no answer from {host}")


def look_up(name):
    return name


if __name__ == "__main__":
    with InterpreterPoolExecutor(
        max_workers=1, initializer=connect, initargs=("db1",)
    ) as executor:
        for name in "Ada", "Ben":
            try:
                executor.submit(look_up, name).result()
            except BrokenInterpreterPool as error:
                print(f"{name}: {type(error).__name__}: {error}")
