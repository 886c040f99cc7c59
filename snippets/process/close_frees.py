# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Count open files before and after close(): join() frees none."""

import os
from multiprocessing import Process


def open_files():
    return len(os.listdir("/dev/fd"))


def work():
    pass


if __name__ == "__main__":
    first = Process(target=work)  # also starts Python's own helpers
    first.start()
    first.join()
    before = open_files()

    processes = [Process(target=work) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("after join():", open_files() - before, "more")
    for process in processes:
        process.close()
    print("after close():", open_files() - before, "more")
