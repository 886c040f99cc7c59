# /// script
# [tool.snippet]
# child-exits = [3]
# ///
"""Map over texts with an executor: one bad text, and all is lost."""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Event


def count_words(text):
    print(f"counting {text!r}", flush=True)
    if "\0" in text:  # as a crash in a C library does
        os._exit(3)
    return len(text.split())


if __name__ == "__main__":
    texts = ["one", "one two", "\0", "one two three"]
    ready = Event()  # the worker starts when all are submitted
    with ProcessPoolExecutor(1, initializer=ready.wait) as pool:
        results = pool.map(count_words, texts)
        ready.set()
        try:
            print(list(results))
        except BrokenProcessPool as error:
            print(f"from map(): {error}")
        try:
            pool.submit(count_words, "one")
        except BrokenProcessPool as error:
            print(f"from submit(): {error}")
