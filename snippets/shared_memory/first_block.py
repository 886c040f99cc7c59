"""Two processes write into one block of memory; the parent reads it."""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory


def fill(block, start, letter):
    for position in range(start, start + 4):
        block.buf[position] = letter
    block.close()  # this process has finished with it


def text(block):
    return bytes(block.buf[:8])


if __name__ == "__main__":
    block = SharedMemory(create=True, size=8)
    processes = [
        Process(target=fill, args=(block, 0, ord("a"))),
        Process(target=fill, args=(block, 4, ord("b"))),
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("at least 8 bytes:", block.size >= 8)
    print(text(block))
    block.close()
    block.unlink()  # nobody needs it any more
