# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Share memory that has no name: a file that is nowhere, and a fork."""

import mmap
import os

if __name__ == "__main__":
    file = os.memfd_create("shared", 0)
    os.ftruncate(file, mmap.PAGESIZE)
    with mmap.mmap(file, mmap.PAGESIZE) as memory:
        child = os.fork()
        if child == 0:
            memory[:5] = b"hello"
            os._exit(0)
        os.waitpid(child, 0)
        print("the child wrote", memory[:5])
    os.close(file)
