# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 120
# ///
"""Make NumPy's generators at the top; see what three workers draw."""

from multiprocessing import Process, SimpleQueue

import numpy

unseeded = numpy.random.default_rng()
seeded = numpy.random.default_rng(42)


def draw(answers):
    numbers = numpy.random.random(), unseeded.random(), seeded.random()
    answers.put(numbers)


if __name__ == "__main__":
    answers = SimpleQueue()
    for _ in range(3):
        process = Process(target=draw, args=(answers,))
        process.start()
        process.join()
    drawn = [answers.get() for _ in range(3)]
    names = "numpy.random.random()", "default_rng()", "default_rng(42)"
    for name, numbers in zip(names, zip(*drawn)):
        print(f"{name:21} different ones: {len(set(numbers))}")
