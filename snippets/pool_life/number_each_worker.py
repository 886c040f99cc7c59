"""Give each worker a number of its own, for a device or a file."""

from multiprocessing import Barrier, Pool, SimpleQueue

worker = {}


def take_number(numbers, barrier):
    worker["number"] = numbers.get()
    worker["barrier"] = barrier


def use_device(task):
    worker["barrier"].wait()  # until the other worker has a task, too
    return f"device {worker['number']}"


if __name__ == "__main__":
    numbers = SimpleQueue()
    for number in range(2):
        numbers.put(number)
    barrier = Barrier(2)
    with Pool(
        2, initializer=take_number, initargs=(numbers, barrier)
    ) as pool:
        used = pool.map(use_device, ["first", "second"], chunksize=1)
    print(sorted(used))
