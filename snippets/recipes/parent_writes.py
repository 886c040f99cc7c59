# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Let the workers compute the rows, and the parent write the file."""

import csv
import tempfile
from multiprocessing import Pool
from pathlib import Path


def measure(number):
    return number, number**2, number**3


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "powers.csv")
        with open(path, "w", newline="") as file, Pool(2) as pool:
            writer = csv.writer(file)
            writer.writerow(["n", "square", "cube"])
            for row in pool.imap(measure, range(1, 6)):
                writer.writerow(row)
        print(path.read_text(), end="")
