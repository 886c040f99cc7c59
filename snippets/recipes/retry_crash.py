# /// script
# [tool.snippet]
# child-exits = [7]
# timeout = 60
# ///
"""Try again what a crash took with it, up to three times."""

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path


def run_once(function, items, workers):
    """Yield (item, future) of each task; lost tasks are left out."""
    with ProcessPoolExecutor(workers) as executor:
        futures = {}
        try:
            for item in items:
                futures[executor.submit(function, item)] = item
        except BrokenProcessPool:
            pass  # the rest was not even submitted
        for future in as_completed(futures):
            if not isinstance(future.exception(), BrokenProcessPool):
                yield futures[future], future


def run_all(function, items, workers=2, attempts=3):
    done, left = {}, list(items)
    done.update(run_once(function, left, workers))
    for _ in range(attempts - 1):
        left = [item for item in items if item not in done]
        for item in left:  # alone: nobody else's crash counts
            done.update(run_once(function, [item], workers=1))
    return done


def resize(name, folder):
    with open(Path(folder, name), "a") as log:
        log.write("!")  # one for each attempt
        attempt = log.tell()
    if name == "never.png" or (name == "once.png" and attempt == 1):
        os._exit(7)
    return f"small {name}"


if __name__ == "__main__":
    names = ["cat.png", "never.png", "once.png", "dog.png"]
    with tempfile.TemporaryDirectory() as folder:
        done = run_all(partial(resize, folder=folder), names, 1)
        for name in names:
            future = done.get(name)
            result = future.result() if future else "given up"
            attempts = len(Path(folder, name).read_text())
            print(f"{name}: {result}; attempts: {attempts}")
