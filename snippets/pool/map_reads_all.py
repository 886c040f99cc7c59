"""Ask each task how many inputs had been read when it ran."""

from multiprocessing import Pool, Value

shared = {}


def share(counter):
    shared["read"] = counter


def read_orders(counter):
    for number in range(6):
        counter.value += 1  # only this process writes to it
        yield number


def inputs_read(number):
    return shared["read"].value


if __name__ == "__main__":
    counter = Value("i", 0)
    with Pool(2, initializer=share, initargs=(counter,)) as pool:
        print("map:", pool.map(inputs_read, read_orders(counter)))
