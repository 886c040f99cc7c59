# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Put into a queue when the system gives the program no thread."""

import threading
from multiprocessing import Queue

HUGE = 1 << 48


def send(letter):
    letters = Queue()
    try:
        letters.put(letter)
    except RuntimeError as error:
        print("RuntimeError:", error)
    else:
        print("arrived:", letters.get())


if __name__ == "__main__":
    usual = threading.stack_size(HUGE)
    print(f"each thread shall have {HUGE >> 40} TiB:")
    send("a letter")
    threading.stack_size(usual)
    send("another letter")
