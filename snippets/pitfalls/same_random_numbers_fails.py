"""Throw dice with one generator of the module, in three processes."""

import random
from multiprocessing import Process, SimpleQueue

generator = random.Random()


def throw(results):
    ours = [generator.randint(1, 6) for _ in range(20)]
    pythons = [random.randint(1, 6) for _ in range(20)]
    results.put((tuple(ours), tuple(pythons)))


if __name__ == "__main__":
    results = SimpleQueue()
    for _ in range(3):
        process = Process(target=throw, args=(results,))
        process.start()
        process.join()
    ours, pythons = zip(*[results.get() for _ in range(3)])
    print("different, random.randint():       ", len(set(pythons)))
    print("different, generator of the module:", len(set(ours)))
