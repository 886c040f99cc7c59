# /// script
# [tool.snippet]
# start-methods = ["fork"]
# ///
"""Start the processes first and the thread afterwards."""

from multiprocessing import Event, Process
from threading import Lock, Thread

lock = Lock()


def hold(start):
    with lock:
        start.set()


def work(start):
    start.wait()
    with lock:
        print("the child has its lock")


if __name__ == "__main__":
    start = Event()
    process = Process(target=work, args=(start,))
    process.start()
    thread = Thread(target=hold, args=(start,))
    thread.start()
    thread.join()
    process.join()
