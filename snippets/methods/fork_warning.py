# /// script
# [tool.snippet]
# start-methods = ["fork"]
# options = ["-W", "default"]
# ///
"""Fork while a second thread is running, with warnings shown."""

from multiprocessing import Process
from threading import Event, Thread


def work():
    print("hello from the child")


if __name__ == "__main__":
    stop = Event()
    thread = Thread(target=stop.wait)
    thread.start()
    process = Process(target=work)
    process.start()
    process.join()
    stop.set()
    thread.join()
