# /// script
# [tool.snippet]
# start-methods = ["fork"]
# ///
"""Take the lock around each fork, so that no child gets it taken."""

import os
from multiprocessing import Process
from threading import Event, Lock, Thread, Timer

lock = Lock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=lock.acquire,
        after_in_parent=lock.release,
        after_in_child=lock.release,
    )


def hold(taken, release):
    with lock:
        taken.set()
        release.wait()


def work():
    with lock:
        print("the child has the lock")


if __name__ == "__main__":
    taken, release = Event(), Event()
    thread = Thread(target=hold, args=(taken, release))
    thread.start()
    taken.wait()
    Timer(0.3, release.set).start()
    process = Process(target=work)
    process.start()
    process.join()
    thread.join()
