"""Send the child's log records to the parent, which writes them."""

import logging
from logging.handlers import QueueHandler, QueueListener
from multiprocessing import Process, Queue


def work(records):
    root = logging.getLogger()
    root.handlers = [QueueHandler(records)]
    root.setLevel(logging.INFO)
    logging.info("work has begun")


if __name__ == "__main__":
    logging.basicConfig(
        level=logging.INFO, format="%(processName)s: %(message)s"
    )
    records = Queue()
    listener = QueueListener(records, *logging.getLogger().handlers)
    process = Process(target=work, args=(records,), name="worker")
    process.start()
    listener.start()
    process.join()
    listener.stop()
    records.close()
    records.join_thread()
