# /// script
# [tool.snippet]
# output = "pattern"
# masks = { fd = "(?<=_fd=)\\d+", handle = "(?<=handle=)\\d+" }
# platforms = ["Linux", "Darwin"]
# start-methods = ["spawn"]
# ///
"""Print the command line of a process that was started by spawn."""

import sys
from multiprocessing import Process


def tell():
    print("\n  ".join(["python", *sys.orig_argv[1:]]))


if __name__ == "__main__":
    process = Process(target=tell)
    process.start()
    process.join()
