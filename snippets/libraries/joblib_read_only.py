# /// script
# dependencies = ["joblib", "numpy"]
# [tool.snippet]
# start-methods = []
# timeout = 60
# ///
"""Write into an array that joblib has mapped, and in two ways may."""

import numpy as np
from joblib import Parallel, delayed


def clear_first(array):
    array[0] = 0
    return float(array.sum())


if __name__ == "__main__":
    array = np.ones(200_000)  # 1.6 MB
    for options in {}, {"mmap_mode": "c"}, {"max_nbytes": None}:
        calls = [delayed(clear_first)(array) for _ in range(2)]
        try:
            print(options, Parallel(n_jobs=2, **options)(calls))
        except ValueError as error:
            print(options, f"ValueError: {error}")
    print("here:", array.sum())
