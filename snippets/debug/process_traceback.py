# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Set an excepthook in a child: it is not called for its error."""

import sys
from multiprocessing import Process


def hook(kind, error, frames):
    print("my hook:", error)


def ship(order):
    sys.excepthook = hook
    raise LookupError(f"no such order: {order}")


if __name__ == "__main__":
    process = Process(target=ship, args=(18,), name="shipping")
    process.start()
    process.join()
    print("exit code:", process.exitcode)
