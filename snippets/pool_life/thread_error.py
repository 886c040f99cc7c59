# /// script
# [tool.snippet]
# start-methods = []
# raises = "ZeroDivisionError"
# ///
"""Let a task fail in a thread pool: one traceback, down to the line."""

from multiprocessing.pool import ThreadPool


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    with ThreadPool(2) as pool:
        shares = pool.map_async(share_of, [3, 2, 0, 4])
        pool.close()
        pool.join()
        print(shares.get())
