# /// script
# [tool.snippet]
# output = "lines"
#
# [[tool.snippet.when]]
# start-methods = ["fork"]
# hangs-after = 1
# ///
"""Start a child while another thread of the parent has a lock."""

from multiprocessing import Process
from threading import Event, Lock, Thread

lock = Lock()


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
    process = Process(target=work)
    process.start()
    release.set()
    thread.join()
    print("the parent's lock is free:", not lock.locked())
    process.join()
