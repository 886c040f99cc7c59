# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Let the caller of a library function pass an executor."""

from concurrent.futures import (
    Executor,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from multiprocessing import get_context


def count_letters(words, executor: Executor):
    return sum(executor.map(len, words))


if __name__ == "__main__":
    words = ["fork", "spawn", "forkserver"]
    with ThreadPoolExecutor(2) as threads:
        print("by threads:", count_letters(words, threads))
    context = get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as processes:
        print("by spawned processes:", count_letters(words, processes))
