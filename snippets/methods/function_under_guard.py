# /// script
# [tool.snippet]
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
# ///
"""Give a pool a function that only the parent has."""

from multiprocessing import Pool, TimeoutError, active_children
from multiprocessing.connection import wait

if __name__ == "__main__":

    def double(number):
        return number * 2

    with Pool(1) as pool:
        [worker] = active_children()
        result = pool.apply_async(double, (21,))
        wait([worker.sentinel])  # until it is dead
        try:
            print(result.get(timeout=0.5))
        except TimeoutError:
            print("the worker is dead, and no result will come")
