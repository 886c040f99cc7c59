# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Four long naps, then four short ones, in chunks of two sizes."""

from multiprocessing import Pool
from time import sleep

NAPS = [0.2] * 4 + [0.05] * 4


def nap(seconds):
    sleep(seconds)
    return seconds


if __name__ == "__main__":
    with Pool(2) as pool:
        for size in 4, 1:
            slept = pool.map(nap, NAPS, chunksize=size)
            print(f"chunksize={size}: {len(slept)} naps,", end=" ")
            print(f"{sum(slept):.1f} seconds of sleep")
