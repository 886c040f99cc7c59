"""Let a child change the same thing in seven kinds of memory."""

from multiprocessing import Array, Manager, Process, Queue, Value
from multiprocessing.shared_memory import SharedMemory


def change(plain, value, array, block, listing, names, queue):
    plain.append("tea")
    with value.get_lock():
        value.value += 1
    array[0] = 1
    block.buf[0] = 1
    listing.append("tea")
    names["tea"] = 1
    queue.put("tea")
    block.close()


def first_two(block):
    return list(block.buf[:2])


if __name__ == "__main__":
    plain, queue = [], Queue()
    value, array = Value("i", 0), Array("i", 2)
    block = SharedMemory(create=True, size=2)
    with Manager() as manager:
        listing, names = manager.list(), manager.dict()
        shared = plain, value, array, block, listing, names, queue
        process = Process(target=change, args=shared)
        process.start()
        print("Queue:       ", queue.get())
        process.join()
        print("plain list:  ", plain)
        print("Value:       ", value.value)
        print("Array:       ", array[:])
        print("SharedMemory:", first_two(block))
        print("manager.list:", listing[:])
        print("manager.dict:", names.copy())
    block.close()
    block.unlink()
