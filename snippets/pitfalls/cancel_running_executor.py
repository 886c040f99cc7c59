"""Cancel a task that has begun: cancel() says no, and it goes on."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event


def share(*events):
    global begun, door
    begun, door = events


def work():
    begun.set()
    door.wait()
    return "done all the same"


if __name__ == "__main__":
    begun, door = events = Event(), Event()
    with ProcessPoolExecutor(1, None, share, events) as executor:
        future = executor.submit(work)
        print("it has begun:", begun.wait())
        print("cancel():", future.cancel())
        door.set()
        print(future.result())
