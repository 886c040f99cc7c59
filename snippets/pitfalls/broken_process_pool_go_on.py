# /// script
# [tool.snippet]
# child-exits = [3]
# ///
"""Keep the results before a crash, and go on behind the bad text."""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Event


def count_words(text):
    if "\0" in text:  # as a crash in a C library does
        os._exit(3)
    return len(text.split())


def count_until_crash(texts):
    counts = []
    ready = Event()  # the worker starts when all are submitted
    with ProcessPoolExecutor(1, initializer=ready.wait) as pool:
        results = pool.map(count_words, texts)
        ready.set()
        try:
            for count in results:
                counts.append(count)
        except BrokenProcessPool:
            print(f"{texts[len(counts)]!r} ends its worker")
    return counts


if __name__ == "__main__":
    texts = ["one", "one two", "\0", "one two three"]
    while texts:
        counts = count_until_crash(texts)
        print("words:", counts)
        texts = texts[len(counts) + 1 :]
