# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Leave a thread pool: the task under way goes on, the next is lost."""

import threading
from multiprocessing.pool import ThreadPool

started, go_on = threading.Event(), threading.Event()
log = []


def work(task):
    log.append(f"{task} begins")
    started.set()
    go_on.wait()
    log.append(f"{task} ends")


if __name__ == "__main__":
    with ThreadPool(1) as pool:
        result = pool.map_async(work, ["first", "second"], chunksize=1)
        started.wait()
    print("after the block:", log)
    go_on.set()
    pool.join()
    print("after join():", log)
    print("results there:", result.ready())
