# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# signal = "SIGABRT"
# ///
"""One interpreter crashes, and the whole program is gone."""

import os
from concurrent.futures import InterpreterPoolExecutor


def crash():
    os.abort()  # as a bug in C code would: no exception, no cleanup


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=2) as executor:
        print("main: sending the task", flush=True)
        future = executor.submit(crash)
        print("main: never printed", future.result())
