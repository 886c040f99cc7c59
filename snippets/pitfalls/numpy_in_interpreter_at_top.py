# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# raises = "NotShareableError"
# start-methods = []
# ///
"""Import what refuses at the top: the task itself is not found."""

import faulthandler  # refuses as NumPy does
from concurrent.futures import InterpreterPoolExecutor


def ask():
    return faulthandler.is_enabled()


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as executor:
        print(executor.submit(ask).result())
