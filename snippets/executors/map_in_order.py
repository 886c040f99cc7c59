"""Map over two lists while the first task is the last to end."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event, SimpleQueue

shared = {}


def share(event, queue):
    shared["others done"], shared["finished"] = event, queue


def pay(name, amount):
    if name == "Ann":
        shared["others done"].wait()
    shared["finished"].put(name)
    if name == "Cy":
        shared["others done"].set()
    return f"{name} pays {amount}"


if __name__ == "__main__":
    others_done, order = both = Event(), SimpleQueue()
    names, amounts = ["Ann", "Bo", "Cy"], [10, 20, 30, 40]
    with ProcessPoolExecutor(2, None, share, both) as executor:
        for line in executor.map(pay, names, amounts):
            print(line)
    print("order of finishing:", [order.get() for _ in names])
