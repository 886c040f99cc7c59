# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Open a file in the parent; let a child append to it by a handle."""

import os
import tempfile
from multiprocessing import Pipe, Process
from multiprocessing.reduction import recv_handle, send_handle


def append(connection):
    descriptor = recv_handle(connection)
    with os.fdopen(descriptor, "w") as file:
        file.write("written by the child\n")


if __name__ == "__main__":
    connection, child_end = Pipe()  # duplex: a Unix socket
    child = Process(target=append, args=(child_end,))
    child.start()
    with tempfile.TemporaryFile("w+") as file:  # it has no name
        file.write("written by the parent\n")
        file.flush()
        send_handle(connection, file.fileno(), child.pid)
        child.join()
        file.seek(0)
        print(file.read(), end="")
