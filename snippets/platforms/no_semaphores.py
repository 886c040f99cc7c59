# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Imitate a system without semaphores, such as AWS Lambda."""

import errno
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import (
    Lock,
    Manager,
    Pipe,
    Pool,
    Process,
    Queue,
    RawValue,
    Value,
)
from unittest.mock import patch


def send(connection):
    connection.send("sent")


def process_and_pipe():
    receiver, sender = Pipe(duplex=False)
    process = Process(target=send, args=(sender,))
    process.start()
    assert receiver.recv() == "sent"
    process.join()


def managed_queue():
    with Manager() as manager:
        manager.Queue().put("tea")


def threads():
    with ThreadPoolExecutor(2) as executor:
        list(executor.map(abs, [1, 2]))


WAYS = {
    "Lock": lambda: Lock(),
    "Queue": lambda: Queue(),
    "Value": lambda: Value("i"),
    "Pool": lambda: Pool(1),
    "ProcessPoolExecutor": lambda: ProcessPoolExecutor(1),
    "RawValue": lambda: RawValue("i"),
    "Process and Pipe": process_and_pipe,
    "a manager's Queue": managed_queue,
    "ThreadPoolExecutor": threads,
}

if __name__ == "__main__":
    no = OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    with patch("_multiprocessing.SemLock", side_effect=no):
        for name, way in WAYS.items():
            try:
                way()
                print(f"{name}: works")
            except OSError as error:
                print(f"{name}: OSError: {error}")
