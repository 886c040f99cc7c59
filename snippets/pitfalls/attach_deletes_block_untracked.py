# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Darwin"]
# ///
"""A second program reads a block that its creator still owns."""

import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

READER = """
import sys
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(name=sys.argv[1], track=False)
print("the reader sees", bytes(block.buf[:5]))
block.close()
"""


def write(block, text):
    block.buf[: len(text)] = text


def read(name):
    command = [sys.executable, "-c", READER, name]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    sys.stderr.write(done.stderr)


if __name__ == "__main__":
    block = SharedMemory(create=True, size=5)
    write(block, b"hello")
    read(block.name)
    block.close()
    block.unlink()
    print("the creator removed the block")
