# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Log from the workers of a pool; the parent alone writes the file."""

import logging
from logging.handlers import QueueHandler, QueueListener
from multiprocessing import Pool, Queue
from pathlib import Path
from tempfile import TemporaryDirectory

log = logging.getLogger("orders")


def log_to_queue(records):
    root = logging.getLogger()
    root.handlers = [QueueHandler(records)]
    root.setLevel(logging.INFO)


def ship(order):
    log.info("order %d is packed", order)
    if order == 18:
        log.warning("order %d has no address", order)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path = Path(folder, "orders.log")
        to_file = logging.FileHandler(path)
        to_file.setFormatter(
            logging.Formatter("%(levelname)s %(message)s")
        )
        records = Queue()
        with Pool(2, log_to_queue, (records,)) as pool:
            listener = QueueListener(records, to_file)
            listener.start()
            pool.map(ship, [17, 18, 19])
            pool.close()
            pool.join()  # now all records are in the queue
        listener.stop()  # and now in the file
        to_file.close()
        records.close()
        records.join_thread()
        print(path.read_text(), end="")
