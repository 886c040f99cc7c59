"""Share numbers without a lock, and bring a lock where one is due."""

from multiprocessing import Lock, Process
from multiprocessing.sharedctypes import RawArray, RawValue
from time import sleep


def measure(readings, total, lock, start):
    for place in range(start, len(readings), 2):
        readings[place] = place * 0.5  # nobody else writes there
        with lock:
            before = total.value
            sleep(0.05)  # nobody else comes between
            total.value = before + place


if __name__ == "__main__":
    readings = RawArray("d", 6)  # six zeros
    total, lock = RawValue("i", 0), Lock()
    processes = [
        Process(target=measure, args=(readings, total, lock, start))
        for start in (0, 1)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(type(readings).__name__, readings[:])
    print(type(total).__name__, total.value)
    print("from a list:", RawArray("h", [3, 1, 2])[:])
    print("has a lock:", hasattr(total, "get_lock"))
