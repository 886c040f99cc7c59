# /// script
# requires-python = ">=3.14"
# dependencies = ["numpy"]
# [tool.snippet]
# start-methods = []
# timeout = 60
# ///
"""Import NumPy in a task of an interpreter: it refuses to load."""

from concurrent.futures import InterpreterPoolExecutor


def total(numbers):
    import numpy as np

    return float(np.sum(numbers))


if __name__ == "__main__":
    with InterpreterPoolExecutor(max_workers=1) as executor:
        try:
            print(executor.submit(total, [1, 2, 3]).result())
        except ImportError as error:
            for line in str(error).splitlines():
                if line.startswith(("Importing", "Original")):
                    print(line)
