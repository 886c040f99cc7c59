"""Give as_completed() a deadline that one of two tasks cannot keep."""

from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Event

shared = {}


def share(event):
    shared["oven"] = event


def make(order):
    if order == "cake":
        shared["oven"].wait()
    return order


if __name__ == "__main__":
    oven = Event()
    with ProcessPoolExecutor(2, None, share, (oven,)) as executor:
        tea, cake = (
            executor.submit(make, "tea"),
            executor.submit(make, "cake"),
        )
        tea.result()
        try:
            for future in as_completed([cake, tea], timeout=0.2):
                print("ready:", future.result())
        except TimeoutError as error:
            print("TimeoutError:", error)
        oven.set()
    print("ready, later:", cake.result())
