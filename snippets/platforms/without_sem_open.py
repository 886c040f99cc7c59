# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Imitate a Python that was built for a system without semaphores."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from types import ModuleType
from unittest.mock import patch


def attempt(what, action, *arguments):
    try:
        action(*arguments)
        print(f"{what}: works")
    except (ImportError, NotImplementedError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    empty = ModuleType("_multiprocessing")  # not the real one
    with patch.dict("sys.modules", _multiprocessing=empty):
        attempt("Lock", multiprocessing.Lock)
        attempt("ProcessPoolExecutor", ProcessPoolExecutor)
        attempt("ThreadPoolExecutor", ThreadPoolExecutor)
        attempt("Pipe", multiprocessing.Pipe)
