# /// script
# [tool.snippet]
# output = "pattern"
# timeout = 30
# ///
"""Eight naps, four workers: the naps overlap."""

from multiprocessing import Pool
from time import perf_counter, sleep


def nap(number):
    sleep(0.2)
    return number


if __name__ == "__main__":
    began = perf_counter()
    with Pool(4) as pool:
        print(pool.map(nap, range(8), chunksize=1))
    seconds = perf_counter() - began
    print(f"8 naps of 0.2 s each took {seconds:.1f} s")
