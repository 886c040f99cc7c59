# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = ["fork"]
# child-exits = [1]
# ///
"""Make one pool above the function that it calls, and one below."""

from multiprocessing import Pool, TimeoutError, active_children
from multiprocessing.connection import wait

early = Pool(1)
[worker] = active_children()


def greet(name):
    return f"hello, {name}"


if __name__ == "__main__":
    result = early.apply_async(greet, ("Ada",))
    wait([worker.sentinel])  # until it is dead
    try:
        print(result.get(timeout=0.5))
    except TimeoutError:
        print("the worker is dead, and no result will come")
    early.terminate()

    with Pool(1) as pool:
        print(pool.apply(greet, ("Ada",)))
