"""Make the same pool by spawn: its worker copies no locked lock."""

from multiprocessing import get_context
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
    with get_context("spawn").Pool(1) as pool:
        done.set()
        thread.join()
        print("results:", pool.map(use, [1, 2, 3]))
