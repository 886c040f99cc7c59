"""Two processes count in one file; the lock lets one in at a time."""

import tempfile
from multiprocessing import Lock, Process
from pathlib import Path
from time import sleep


def count_visits(path, lock, visits):
    for _ in range(visits):
        with lock:  # read, add and write: nobody comes between
            number = int(path.read_text())
            sleep(0.005)
            path.write_text(str(number + 1))


if __name__ == "__main__":
    lock = Lock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "visits.txt")
        path.write_text("0")
        processes = [
            Process(target=count_visits, args=(path, lock, 20))
            for _ in range(2)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print("visits:", path.read_text())
