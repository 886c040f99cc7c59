# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Give each process of an executor a logger with a file of its own."""

import logging
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory

log = logging.getLogger("orders")


def log_to_own_file(folder, barrier):
    global both_busy
    both_busy = barrier
    path = Path(folder, f"orders-{os.getpid()}.log")
    log.handlers = [logging.FileHandler(path)]
    log.setLevel(logging.INFO)


def ship(order):
    both_busy.wait()  # so that each process takes one order
    log.info("order %d is packed", order)


if __name__ == "__main__":
    both_busy = Barrier(2)
    with TemporaryDirectory() as folder:
        with ProcessPoolExecutor(
            2,
            initializer=log_to_own_file,
            initargs=(folder, both_busy),
        ) as executor:
            list(executor.map(ship, [17, 18]))
        files = list(Path(folder).glob("orders-*.log"))
        print(len(files), "files")
        for path in files:
            print(path.read_text(), end="")
