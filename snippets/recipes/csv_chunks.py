"""Read a CSV file in chunks of rows, and let workers sum them."""

import csv
import tempfile
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

SALES = """item,price
"tea,
green",3
cake,5
jam,4
tea,3
cake,6
"""


def chunks_of(rows, size):
    while chunk := list(islice(rows, size)):
        yield chunk


def revenue(rows):
    return len(rows), sum(int(row["price"]) for row in rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        path.write_text(SALES)
        with open(path, newline="") as file, Pool(2) as pool:
            chunks = chunks_of(csv.DictReader(file), 2)
            for count, total in pool.imap(revenue, chunks):
                print(count, "rows,", total)
