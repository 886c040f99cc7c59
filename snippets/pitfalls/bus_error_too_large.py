# /// script
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [-7]
# ///
"""Fill a shared block for which /dev/shm has too little room."""

import shutil
import signal
from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

SIZE = 100 << 20  # bytes


def fill(block):
    block.buf[:] = bytes(SIZE)


def name_of(code):
    return signal.strsignal(-code) if code < 0 else "no signal"


if __name__ == "__main__":
    room = shutil.disk_usage("/dev/shm").total
    print("room in /dev/shm:", room >> 20, "MiB")
    block = SharedMemory(create=True, size=SIZE)
    print("created a block:", block.size >> 20, "MiB")
    process = Process(target=fill, args=(block,))
    process.start()
    process.join()
    print("exit code:", process.exitcode)
    print("signal:", name_of(process.exitcode))
    block.close()
    block.unlink()
