# /// script
# [tool.snippet]
# start-methods = []
# ///
"""See what multiprocessing.dummy gives for each kind of lock."""

import queue
import threading
from multiprocessing import dummy

if __name__ == "__main__":
    for name in [
        "Lock",
        "RLock",
        "Semaphore",
        "BoundedSemaphore",
        "Condition",
        "Event",
        "Barrier",
    ]:
        same = getattr(dummy, name) is getattr(threading, name)
        print(f"{name} is threading.{name}: {same}")
    print("Queue is queue.Queue:", dummy.Queue is queue.Queue)
    with dummy.BoundedSemaphore(2), dummy.RLock(), dummy.Condition():
        print("three of them, taken")
