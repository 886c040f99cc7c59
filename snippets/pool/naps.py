# /// script
# [tool.snippet]
# output = "pattern"
# timeout = 30
# matches = """\\[0, 1, 2, 3, 4, 5, 6, 7]
# 8 naps of 0.2 s each took (?!0\\.[0-3])\\d\\d?\\.\\d s
# """
# ///
"""Eight naps, four workers: the naps overlap."""

from multiprocessing import Pool
from time import perf_counter, sleep

NAP = 0.2


def nap(number):
    sleep(NAP)
    return number


if __name__ == "__main__":
    began = perf_counter()
    with Pool(4) as pool:
        rested = pool.map(nap, range(8), chunksize=1)
    seconds = perf_counter() - began
    print(rested)
    print(f"{len(rested)} naps of {NAP} s each took {seconds:.1f} s")
