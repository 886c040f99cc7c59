"""Change os.environ after the first process, then start another."""

import os
from multiprocessing import Process


def report():
    print("LANGUAGE is", os.environ.get("LANGUAGE"))


def start_and_join(target):
    process = Process(target=target)
    process.start()
    process.join()


if __name__ == "__main__":
    os.environ["LANGUAGE"] = "sv"
    start_and_join(report)
    os.environ["LANGUAGE"] = "eo"
    start_and_join(report)
