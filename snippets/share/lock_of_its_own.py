"""Take the lock of a Value and of an Array by their own methods."""

from multiprocessing import Array, Process, Value


def try_both(steps, cells):
    print("Value:", steps.acquire(block=True, timeout=0.1))
    print("Array:", cells.acquire(block=True, timeout=0.1))


if __name__ == "__main__":
    steps, cells = Value("i", 0), Array("i", 3)
    steps.acquire()
    cells.acquire()
    steps.value += 1
    cells[0] += 1
    print("acquired by another process, while they are held here")
    process = Process(target=try_both, args=(steps, cells))
    process.start()
    process.join()
    cells.release()
    steps.release()
    print("released:", steps.value, cells[:])
    process = Process(target=try_both, args=(steps, cells))
    process.start()
    process.join()
