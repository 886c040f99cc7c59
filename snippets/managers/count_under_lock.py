# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Count words in a managed dictionary; or count apart, and merge."""

from collections import Counter
from multiprocessing import Manager, Pool
from time import sleep

TEXTS = ["to be or not to be", "to do is to be", "be or do"]


def count_shared(totals, lock, text):
    for word in text.split():
        with lock:  # reading and writing are two messages
            before = totals.get(word, 0)
            sleep(0.01)  # nobody else comes between
            totals[word] = before + 1


def count_apart(text):
    return Counter(text.split())  # one small result


if __name__ == "__main__":
    with Manager() as manager, Pool(2) as pool:
        totals, lock = manager.dict(), manager.Lock()
        tasks = [(totals, lock, text) for text in TEXTS]
        pool.starmap(count_shared, tasks)
        shared = dict(totals)

        merged = Counter()
        for part in pool.map(count_apart, TEXTS):
            merged += part
    print("be:", shared["be"], "- to:", shared["to"])
    print("merged results are the same:", merged == shared)
