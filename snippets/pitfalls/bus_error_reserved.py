# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Reserve the memory of a shared block before anybody writes."""

import os
import shutil
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

SIZE = 100 << 20  # bytes


def fill(block):
    block.buf[:] = bytes(SIZE)


def reserve(block):
    with open(f"/dev/shm/{block.name}", "r+b") as file:
        os.posix_fallocate(file.fileno(), 0, block.size)


if __name__ == "__main__":
    room = shutil.disk_usage("/dev/shm").total
    print("room in /dev/shm:", room >> 20, "MiB")
    block = SharedMemory(create=True, size=SIZE)
    print("created a block:", block.size >> 20, "MiB")
    try:
        reserve(block)
        process = Process(target=fill, args=(block,))
        process.start()
        process.join()
        print("exit code:", process.exitcode)
    except OSError as error:
        print(error)
    block.close()
    block.unlink()
