# /// script
# [tool.snippet]
# start-methods = ["fork"]
# ///
"""Ask for fork by name, to search data that nobody has to send."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

words = []


def count(letter):
    return sum(letter in word for word in words)


if __name__ == "__main__":
    words.extend(["pool", "queue", "lock", "process"])
    fork = get_context("fork")
    with fork.Pool(2) as pool:
        print(pool.map(count, "ouk"))
    with ProcessPoolExecutor(2, mp_context=fork) as executor:
        print(list(executor.map(count, "ouk")))
