# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Import two modules in a worker: one refuses to be there."""

from concurrent.futures import InterpreterPoolExecutor
from importlib import import_module


def load(name):
    return f"imported {import_module(name).__name__}"


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as executor:
        for name in "decimal", "tracemalloc":
            try:
                print(executor.submit(load, name).result())
            except ImportError as error:
                print(f"{name}: ImportError: {error}")
