"""Search one large file in all workers; nobody gets a copy of it."""

import mmap
import tempfile
from multiprocessing import Pool
from pathlib import Path

WIDTH, ROWS = 8, 100_000
worker = {}


def open_table(path):
    with open(path, "rb") as file:
        worker["table"] = mmap.mmap(
            file.fileno(), 0, access=mmap.ACCESS_READ
        )


def number_in(row):
    return int(worker["table"][row * WIDTH : (row + 1) * WIDTH])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.txt")
        path.write_bytes(
            b"".join(
                b"%7d\n" % (row * row % 9999) for row in range(ROWS)
            )
        )
        print("bytes in the file:", path.stat().st_size)
        with Pool(2, initializer=open_table, initargs=(path,)) as pool:
            print(pool.map(number_in, [3, 100, 99_999], chunksize=1))
            pool.close()
            pool.join()
