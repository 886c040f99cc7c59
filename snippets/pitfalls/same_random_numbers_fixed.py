"""Throw dice with one generator per process, each with its own seed."""

import random
from multiprocessing import Process, SimpleQueue


def throw(seed, results):
    generator = random.Random(seed)
    ours = [generator.randint(1, 6) for _ in range(20)]
    results.put(tuple(ours))


if __name__ == "__main__":
    results = SimpleQueue()
    for index in range(3):
        seed = f"dice of May 4, process {index}"
        process = Process(target=throw, args=(seed, results))
        process.start()
        process.join()
    series = [results.get() for _ in range(3)]
    print("different, one generator each:", len(set(series)))
    throw(seed, results)
    print("same seed, same again:", results.get() == series[-1])
