# /// script
# [tool.snippet]
# timeout = 60
# ///
"""Seed at the top of the file; see what three workers draw then."""

import random
from multiprocessing import Process, SimpleQueue

random.seed(42)
ours = random.Random(42)


def draw(answers):
    answers.put((random.getrandbits(64), ours.getrandbits(64)))


if __name__ == "__main__":
    answers = SimpleQueue()
    for _ in range(3):
        process = Process(target=draw, args=(answers,))
        process.start()
        process.join()
    drawn = [answers.get() for _ in range(3)]
    of_module, of_ours = map(set, zip(*drawn))
    print("random.seed(42): different ones:  ", len(of_module))
    print("random.Random(42): different ones:", len(of_ours))
    expected = random.Random(42).getrandbits(64)
    print("as seeded, the module:", of_module == {expected})
    print("as seeded, Random(42):", of_ours == {expected})
