# /// script
# [tool.snippet]
# output = "pattern"
# platforms = ["Linux", "Darwin"]
# ///
"""Make a pool, then fork as a web server does: the threads are lost."""

import os
from multiprocessing import Pool
from threading import active_count


def tell(who):
    others = active_count() - 1
    print(f"{who}: {others} threads serve the pool", flush=True)


if __name__ == "__main__":
    with Pool(1) as pool:  # in the master, as with --preload
        tell("master")
        worker = os.fork()
        if worker == 0:
            tell("worker")
            os._exit(0)
        os.waitpid(worker, 0)
        print("the master's pool works:", pool.apply(pow, (2, 5)))
