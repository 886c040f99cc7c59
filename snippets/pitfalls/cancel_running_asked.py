"""Share an Event with the task, which looks at it between two steps."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event
from time import sleep


def share(*events):
    global begun, stop
    begun, stop = events


def work():
    begun.set()
    while not stop.is_set():
        sleep(0.01)  # one step of the work
    return f"asked to stop: {stop.is_set()}"


if __name__ == "__main__":
    begun, stop = events = Event(), Event()
    with ProcessPoolExecutor(1, None, share, events) as executor:
        future = executor.submit(work)
        print("it has begun:", begun.wait())
        stop.set()
        print(future.result())
