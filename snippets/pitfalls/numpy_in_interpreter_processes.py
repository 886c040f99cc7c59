# /// script
# requires-python = ">=3.14"
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 60
# ///
"""Give the same task to a process, in which NumPy can be loaded."""

from concurrent.futures import ProcessPoolExecutor


def total(numbers):
    import numpy as np

    return float(np.sum(numbers))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        print(executor.submit(total, [1, 2, 3]).result())
