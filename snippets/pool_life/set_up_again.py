# /// script
# [tool.snippet]
# start-methods = ["spawn", "forkserver"]
# ///
"""Count how often the initializer runs when workers are replaced."""

from multiprocessing import Pool, SimpleQueue

worker = {}


def set_up(numbers):
    worker["number"] = numbers.get()


def ask_number(task):
    return worker["number"]


if __name__ == "__main__":
    numbers = SimpleQueue()
    for number in range(1, 10):
        numbers.put(number)
    with Pool(1, set_up, (numbers,), maxtasksperchild=2) as pool:
        print(pool.map(ask_number, range(6), chunksize=1))
