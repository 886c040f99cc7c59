# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# platforms = ["Linux", "Darwin"]
# raises = "FileNotFoundError"
#
# [tool.snippet.masks]
# name = 'psm_[0-9a-f]+'
# ///
"""A second program reads a block; when it ends, the block is gone."""

import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

READER = """
import sys
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(name=sys.argv[1])
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
