# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Catch what a worker raised, and see where it was raised."""

from concurrent.futures import InterpreterPoolExecutor
from concurrent.interpreters import ExecutionFailed


def parse(text):
    return int(text)


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as executor:
        error = executor.submit(parse, "ten").exception()
    print("error:", repr(error))
    if error and isinstance(error.__cause__, ExecutionFailed):
        print("caused by:", error.__cause__)
