"""Two processes count in shared memory, and take turns by a lock."""

from multiprocessing import Lock, Process
from multiprocessing.shared_memory import SharedMemory
from time import sleep

ROUNDS = 20


def count(block, lock, slot):
    with block.buf.cast("q") as numbers:  # as 64-bit integers
        for _ in range(ROUNDS):
            with lock:  # both processes: one at a time
                before = numbers[0]
                sleep(0.005)
                numbers[0] = before + 1
            numbers[slot] += 1  # only this one: needs no lock
    block.close()


if __name__ == "__main__":
    lock = Lock()
    block = SharedMemory(create=True, size=3 * 8)
    processes = [
        Process(target=count, args=(block, lock, slot))
        for slot in (1, 2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with block.buf.cast("q") as numbers:
        print("together:", numbers[0])
        print("each:", numbers[1], numbers[2])
    block.close()
    block.unlink()
