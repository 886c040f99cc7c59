# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Let all workers together make at most twenty calls a second."""

import time
from itertools import pairwise
from multiprocessing import Pool, Value

INTERVAL = 0.05  # seconds between two calls, whoever makes them
worker = {}


def remember(next_time):
    worker["next_time"] = next_time


def wait_for_turn():
    """Reserve the next free moment, then sleep until it comes."""
    next_time = worker["next_time"]
    with next_time.get_lock():  # held for a moment, not while asleep
        turn = max(time.monotonic(), next_time.value)
        next_time.value = turn + INTERVAL
    while (pause := turn - time.monotonic()) > 0:
        time.sleep(pause)
    return turn


def fetch(page):
    turn = wait_for_turn()
    called = time.monotonic()  # here is the call that costs
    return turn, called


if __name__ == "__main__":
    next_time = Value("d", 0)
    with Pool(3, remember, (next_time,)) as pool:
        calls = pool.map(fetch, range(12), chunksize=1)
    turns = sorted(turn for turn, _ in calls)
    gaps = [b - a for a, b in pairwise(turns)]
    print("calls:", len(calls))
    print("half a second or more:", turns[-1] - turns[0] > 0.5)
    print("turns keep their distance:", min(gaps) >= INTERVAL - 1e-6)
    print("nobody was early:", all(turn <= at for turn, at in calls))
