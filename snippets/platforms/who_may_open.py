# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Look at who may open a shared block and a socket: the permissions."""

import os
from multiprocessing.connection import Listener
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path


def mode(path):
    return oct(path.stat().st_mode & 0o777)


if __name__ == "__main__":
    os.umask(0o022)  # the usual one: others may read new files
    block = SharedMemory(create=True, size=100)
    print("shared block:     ", mode(Path("/dev/shm", block.name)))
    block.close()
    block.unlink()
    with Listener(family="AF_UNIX") as listener:
        socket = Path(listener.address)
        print("socket:           ", mode(socket))
        print("folder it lies in:", mode(socket.parent))
