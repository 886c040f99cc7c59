# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 30
# ///
"""Two processes work on one array in a file that each of them maps."""

from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy


def double(path, start, stop):
    array = numpy.load(path, mmap_mode="r+")  # maps, reads nothing
    array[start:stop] *= 2
    array.flush()
    return float(array[start:stop].sum())


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path = Path(folder, "array.npy")
        array = numpy.lib.format.open_memmap(
            path, mode="w+", dtype=float, shape=(1_000_000,)
        )
        array[:] = 1.0
        halves = [(path, 0, 500_000), (path, 500_000, 1_000_000)]
        with Pool(2) as pool:
            print("sums:", pool.starmap(double, halves))
        print("seen here:", array.min(), array.max())
        del array
