# /// script
# [tool.snippet]
# child-exits = [-15]
# platforms = ["Linux", "Darwin"]
# ///
"""A SharedMemoryManager removes all that it has created."""

from multiprocessing import Pool
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import SharedMemory


def total(numbers, start, stop):
    return sum(numbers[index] for index in range(start, stop))


def write(block, data):
    block.buf[: len(data)] = data


def read(block):
    return bytes(block.buf[:4])


if __name__ == "__main__":
    with SharedMemoryManager() as manager:  # start() and shutdown()
        numbers = manager.ShareableList(range(1_000))
        block = manager.SharedMemory(size=4)
        write(block, b"data")
        print("block:", read(block))
        with Pool(2) as pool:
            halves = [(numbers, 0, 500), (numbers, 500, 1_000)]
            print("total:", sum(pool.starmap(total, halves)))
    for name in numbers.shm.name, block.name:
        try:
            SharedMemory(name=name)
        except FileNotFoundError:
            print("removed")
    print("still open here:", numbers[-1])
