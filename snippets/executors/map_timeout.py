"""Map with a deadline of one second, and one task that takes longer."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event

shared = {}


def share(closing, baked):
    shared["closing"], shared["baked"] = closing, baked


def serve(order):
    if order == "cake":
        shared["closing"].wait()
        shared["baked"].set()
    return order


if __name__ == "__main__":
    closing, baked = events = Event(), Event()
    with ProcessPoolExecutor(2, None, share, events) as executor:
        print("no deadline:", list(executor.map(serve, ["water"])))
        orders = ["tea", "cake"]
        try:
            for order in executor.map(serve, orders, timeout=1):
                print("served:", order)
        except TimeoutError as error:
            print(f"cake: {error!r}; the task ended: {baked.is_set()}")
        closing.set()
    print(f"after the with block; the task ended: {baked.is_set()}")
