# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Look for what a function in another interpreter's thread raised."""

import threading
from concurrent import interpreters


def report(details):
    print(f"excepthook: {details.exc_type.__name__}")
    print(f"in the thread: {details.thread is thread}")


if __name__ == "__main__":
    threading.excepthook = report
    interpreter = interpreters.create()
    thread = interpreter.call_in_thread(int, "ten")
    thread.join()
    print("join() raised nothing")
    interpreter.close()
