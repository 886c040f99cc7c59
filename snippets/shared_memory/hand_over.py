# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Darwin"]
# ///
"""One program leaves a block behind; the next one takes it over."""

import subprocess
import sys
from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory

PRODUCER = """
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(create=True, size=6, track=False)
block.buf[:6] = b"result"
block.close()
print(block.name)
"""


def text(block):
    return bytes(block.buf[:6])


if __name__ == "__main__":
    producer = [sys.executable, "-c", PRODUCER]
    name = subprocess.check_output(producer, text=True).strip()
    print("the producer has ended")

    block = SharedMemory(name=name, track=False)
    # from now on, the tracker removes it if this program crashes
    resource_tracker.register("/" + name, "shared_memory")
    print("it left", text(block))
    block.close()
    block.unlink()
    # an untracked block does not report that it is gone
    resource_tracker.unregister("/" + name, "shared_memory")
    print("removed")
