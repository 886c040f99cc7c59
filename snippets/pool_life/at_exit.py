# /// script
# [tool.snippet]
# hangs-after = 3
# ///
"""Use a pool in two atexit handlers, when the program is ending."""

import atexit
from multiprocessing import Pool


def use_pool(when):
    print(f"registered {when} Pool():", flush=True)
    print(pool.map(str, [1, 2]), flush=True)


if __name__ == "__main__":
    atexit.register(use_pool, "before")  # so it is called last
    pool = Pool(2)
    atexit.register(use_pool, "after")
    print("the main program is over", flush=True)
