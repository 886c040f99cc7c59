# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Ask one kind of pool for the methods of the other kind."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def attempt(pool, method):
    try:
        print(getattr(pool, method))
    except AttributeError as error:
        print("AttributeError:", error)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        attempt(executor, "apply_async")
        attempt(executor, "starmap")
        print("-- right:", executor.submit(len, "tea").result())
    with Pool(1) as pool:
        attempt(pool, "submit")
        print("-- right:", pool.apply_async(len, ("tea",)).get())
