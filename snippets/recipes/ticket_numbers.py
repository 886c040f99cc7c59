# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Hand out numbers to all workers: each one once, none left out."""

from multiprocessing import Pool, Value
from time import sleep

worker = {}


def remember(counter):
    worker["counter"] = counter


def next_number():
    counter = worker["counter"]
    with counter.get_lock():  # one read and one write, undivided
        number = counter.value + 1
        sleep(0.002)  # nobody else comes between
        counter.value = number
        return number


def register(name):
    return [next_number() for _ in range(50)]


if __name__ == "__main__":
    counter = Value("q", 0)  # 64 bits
    with Pool(2, remember, (counter,)) as pool:
        given = pool.map(register, ["ann", "bob", "cy", "dee"])
    numbers = sorted(n for some in given for n in some)
    print("handed out:", len(numbers), "last:", counter.value)
    print("each once:", numbers == list(range(1, 201)))
