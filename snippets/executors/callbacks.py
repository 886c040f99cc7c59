"""Add callbacks before and after the end, and see who calls them."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event, current_process
from threading import current_thread, main_thread

shared = {}


def share(event):
    shared["door"] = event


def enter(guest):
    shared["door"].wait()
    return guest


def welcome(future):
    thread = "main" if current_thread() is main_thread() else "another"
    process = current_process().name
    print(f"{future.result()}: {process}, {thread} thread")


if __name__ == "__main__":
    door = Event()
    with ProcessPoolExecutor(1, None, share, (door,)) as executor:
        ann = executor.submit(enter, "Ann")
        ann.add_done_callback(welcome)
        door.set()
    ann.add_done_callback(welcome)
