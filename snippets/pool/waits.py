# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Run the same three tasks by apply(), by map() and by imap()."""

from multiprocessing import Pool
from time import sleep


def nap(seconds):
    sleep(seconds)
    return seconds


if __name__ == "__main__":
    naps = [0.3, 0.1, 0.1]
    with Pool(2) as pool:
        for seconds in naps:
            print("apply returned", pool.apply(nap, (seconds,)))
        print("map returned", pool.map(nap, naps))
        for result in pool.imap(nap, naps):
            print("imap gave", result)
