# /// script
# requires-python = ">=3.15"
# [tool.snippet]
# output = "pattern"
# masks = { thread = '(?<=, thread )\d+' }
# ///
"""Look into a waiting process from outside, as it was started."""

import subprocess
import sys
from multiprocessing import Process, Queue


def pack(orders):
    order = orders.get()
    print("packed:", order)


if __name__ == "__main__":
    orders = Queue()
    process = Process(target=pack, args=(orders,), daemon=True)
    process.start()
    dump = [sys.executable, "-m", "profiling.sampling", "dump"]
    stack = ""
    while "idle" not in stack or "_recv" not in stack:  # not yet
        stack = subprocess.run(
            [*dump, str(process.pid)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    print(stack)
    orders.put("17 pencils")
    process.join()
    orders.close()
    orders.join_thread()
