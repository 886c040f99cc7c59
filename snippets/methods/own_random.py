"""Give each process a seed, and so a generator of its own."""

import random
from multiprocessing import Process, SimpleQueue


def draw(seed, numbers):
    generator = random.Random(seed)
    numbers.put(generator.random())


if __name__ == "__main__":
    numbers = SimpleQueue()
    for index in range(4):
        seed = f"experiment 7, process {index}"
        process = Process(target=draw, args=(seed, numbers))
        process.start()
        process.join()
    drawn = []
    while not numbers.empty():
        drawn.append(numbers.get())
    print("numbers drawn:", len(drawn))
    print("different ones:", len(set(drawn)))
