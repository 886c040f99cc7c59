# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Share state between threads by the names made for processes."""

from multiprocessing.dummy import Array, Lock, Manager, Pool, Value


def count(number):
    with lock:
        total.value += number
        seen[number] += 1
        names[number] = f"number {number}"


if __name__ == "__main__":
    lock = Lock()
    total = Value("i", 0)
    seen = Array("i", [0, 0, 0])
    manager = Manager()
    names = manager.dict()
    with Pool(2) as pool:
        pool.map(count, [0, 1, 2])
        pool.close()
        pool.join()
    print(total, seen)
    print(sorted(names.items()), type(names))
    print("Value has a lock:", hasattr(total, "get_lock"))
    print("Manager() gives the module", manager.__name__)
    manager.shutdown()  # does nothing
