# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# platforms = ["Linux", "Darwin"]
# masks = { name = "psm_[0-9a-f]+" }
# ///
"""A program that forgets unlink(): its resource tracker does it."""

import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

FORGETFUL = """
import os
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(create=True, size=10)
print(block.name, flush=True)
os._exit(3)  # as in a crash
"""

if __name__ == "__main__":
    done = subprocess.run(
        [sys.executable, "-c", FORGETFUL],
        capture_output=True,  # reads until the tracker ends, too
        text=True,
    )
    print("exit code:", done.returncode)
    *_, warning = done.stderr.partition("UserWarning: ")
    print(warning.splitlines()[0])
    try:
        SharedMemory(name=done.stdout.strip())
    except FileNotFoundError:
        print("the block is gone")
