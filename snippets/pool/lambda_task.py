# /// script
# [tool.snippet]
# raises = "PicklingError"
# ///
"""Send a lambda to a pool: it cannot be pickled by name."""

from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(processes=2) as pool:
        print(pool.map(lambda number: number * 2, [1, 2, 3]))
