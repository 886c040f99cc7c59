# /// script
# [[tool.snippet.when]]
# start-methods = ["fork"]
# hangs-after = 1
# ///
"""Make a pool while another thread of the parent has a lock."""

from multiprocessing import Pool
from threading import Event, Lock, Thread

lock = Lock()


def load(busy, done):
    with lock:
        busy.set()
        done.wait()


def use(number):
    with lock:
        return number * 2


if __name__ == "__main__":
    busy, done = Event(), Event()
    thread = Thread(target=load, args=(busy, done))
    thread.start()
    busy.wait()
    with Pool(1) as pool:
        done.set()
        thread.join()
        print("results:", pool.map(use, [1, 2, 3]))
