# /// script
# [tool.snippet]
# child-exits = [-15]
# timeout = 30
# ///
"""Leave the pool at the first error: all other tasks are ended."""

import time
from multiprocessing import Pool, active_children


def check(name):
    if name == "broken.zip":
        raise ValueError(f"{name} is damaged")
    time.sleep(3600)  # a long check


if __name__ == "__main__":
    names = ["one.zip", "two.zip", "broken.zip", "last.zip"]
    try:
        with Pool(3) as pool:
            for result in pool.imap_unordered(check, names):
                print(result)
    except ValueError as error:
        print("stopped:", error)
    print("workers left:", len(active_children()))
