# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Catch the breakdown of threads and of processes by one name."""

import logging
from concurrent.futures import (
    BrokenExecutor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from concurrent.futures.process import BrokenProcessPool
from concurrent.futures.thread import BrokenThreadPool


def fail():
    logging.getLogger("concurrent.futures").disabled = True
    raise ConnectionError("no database")


def try_one(kind):
    with kind(max_workers=1, initializer=fail) as executor:
        try:
            executor.submit(abs, -5).result()
        except BrokenExecutor as error:
            return error


if __name__ == "__main__":
    for kind in ThreadPoolExecutor, ProcessPoolExecutor:
        error = try_one(kind)
        print(f"{kind.__name__}: {error!r}")
    for broken in BrokenThreadPool, BrokenProcessPool:
        bases = [base.__name__ for base in broken.__mro__[1:3]]
        print(f"{broken.__name__} is a", " and a ".join(bases))
