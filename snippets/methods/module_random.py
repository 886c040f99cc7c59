"""Draw from a generator that the module makes, in four processes."""

import random
from multiprocessing import Process, SimpleQueue

generator = random.Random()


def draw(numbers):
    numbers.put(generator.random())


if __name__ == "__main__":
    numbers = SimpleQueue()
    for _ in range(4):
        process = Process(target=draw, args=(numbers,))
        process.start()
        process.join()
    drawn = []
    while not numbers.empty():
        drawn.append(numbers.get())
    print("numbers drawn:", len(drawn))
    print("different ones:", len(set(drawn)))
