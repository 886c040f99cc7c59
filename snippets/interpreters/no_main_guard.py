# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# raises = "NotShareableError"
# ///
"""Start the executor without a main guard: the function is missing."""

from concurrent.futures import InterpreterPoolExecutor

rate = 0.125


def to_euro(amount):
    return amount * rate


with InterpreterPoolExecutor(max_workers=1) as executor:
    print(executor.submit(to_euro, 80).result())
