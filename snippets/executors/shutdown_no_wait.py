"""Shut down without waiting: what was submitted is still done."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event

shared = {}


def share(event):
    shared["door"] = event


def enter(guest):
    shared["door"].wait()
    return guest


if __name__ == "__main__":
    door = Event()
    executor = ProcessPoolExecutor(1, None, share, (door,))
    futures = [executor.submit(enter, name) for name in ("Ann", "Bo")]
    executor.shutdown(wait=False)
    print("shutdown() returned; done:", [f.done() for f in futures])
    try:
        executor.submit(enter, "Cy")
    except RuntimeError as error:
        print("RuntimeError:", error)
    door.set()
    print("results:", [future.result() for future in futures])
