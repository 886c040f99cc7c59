"""Give every worker of an executor one lock, before its first task."""

import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock
from pathlib import Path

shared = {}


def share(lock, path):
    shared["lock"], shared["path"] = lock, path


def note(order):
    with shared["lock"], shared["path"].open("a") as file:
        for step in "packed", "sent":
            print(order, step, file=file, flush=True)


if __name__ == "__main__":
    lock = Lock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "orders.txt")
        with ProcessPoolExecutor(
            2, initializer=share, initargs=(lock, path)
        ) as executor:
            list(executor.map(note, range(20)))
        lines = path.read_text().splitlines()
    together = all(
        one.split()[0] == two.split()[0]
        for one, two in zip(lines[::2], lines[1::2])
    )
    print("lines:", len(lines))
    print("each order's two lines together:", together)
