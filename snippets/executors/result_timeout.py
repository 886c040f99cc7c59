"""Stop waiting for a result; the task goes on, and can still end."""

from concurrent import futures
from multiprocessing import Event

shared = {}


def share(event):
    shared["door"] = event


def enter(guest):
    shared["door"].wait()
    return f"{guest} is in"


if __name__ == "__main__":
    door = Event()
    with futures.ProcessPoolExecutor(
        1, None, share, (door,)
    ) as executor:
        future = executor.submit(enter, "Ann")
        for wait_for in future.result, future.exception:
            try:
                wait_for(timeout=0.2)
            except TimeoutError as error:
                print(f"{wait_for.__name__}(timeout=0.2): {error!r}")
        print("the built-in one:", futures.TimeoutError is TimeoutError)
        print("done:", future.done())
        door.set()
        print("result():", future.result())
