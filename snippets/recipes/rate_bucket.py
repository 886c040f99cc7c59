# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Allow bursts: a bucket of five permits, one more every minute."""

import time
from multiprocessing import Pool, Value

SIZE, INTERVAL = 5, 60
worker = {}


def remember(full_at):
    worker["full_at"] = full_at


def reserve():
    """Take a permit; return how long to sleep before you use it."""
    full_at = worker["full_at"]  # when the bucket will be full again
    with full_at.get_lock():
        now = time.monotonic()
        full_at.value = max(now, full_at.value) + INTERVAL
        return max(0, full_at.value - SIZE * INTERVAL - now)


def fetch(page):
    pause = reserve()
    if pause > 1:
        return "later"  # or: time.sleep(pause)
    return "fetched"


if __name__ == "__main__":
    with Pool(2, remember, (Value("d", 0),)) as pool:
        print(*sorted(pool.map(fetch, range(7), chunksize=1)))
