# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Pass five kinds of objects to a process; not all can be pickled."""

import sqlite3
import tempfile
from multiprocessing import Process
from threading import Lock


def accept(value):
    print("accepted:", type(value).__name__)


def offer(value):
    process = Process(target=accept, args=(value,))
    try:
        process.start()
        process.join()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    offer([1, 2, 3])
    offer(n * n for n in [1, 2, 3])
    offer(Lock())
    with tempfile.TemporaryFile("w") as file:
        offer(file)
    connection = sqlite3.connect(":memory:")
    offer(connection)
    connection.close()
