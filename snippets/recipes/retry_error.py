# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Repeat a task that fails now and then, inside of the worker."""

import time
from concurrent.futures import ProcessPoolExecutor

ANSWERS = {"rome": 1, "oslo": 3, "lima": 99}  # the attempt that works
tries = {}


def ask(city):
    tries[city] = tries.get(city, 0) + 1
    if tries[city] < ANSWERS[city]:
        raise ConnectionError(f"no answer, attempt {tries[city]}")
    return f"sunny, at attempt {tries[city]}"


def retry(function, item, attempts=4, errors=(OSError,), pause=0.05):
    for attempt in range(1, attempts):
        try:
            return function(item)
        except errors:
            time.sleep(pause * 2**attempt)  # longer each time
    return function(item)  # the last attempt; its error is raised


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        futures = {
            city: executor.submit(retry, ask, city) for city in ANSWERS
        }
    for city, future in futures.items():
        print(f"{city}:", future.exception() or future.result())
