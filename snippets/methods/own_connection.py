"""Pass the path; each worker opens a connection of its own."""

import sqlite3
import tempfile
from multiprocessing import Pool
from pathlib import Path

worker = {}


def connect(path):
    worker["connection"] = sqlite3.connect(path)


def price_of(item):
    query = "SELECT price FROM menu WHERE item = ?"
    row = worker["connection"].execute(query, (item,)).fetchone()
    return row[0]


def create_menu(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE menu (item, price)")
    rows = [("tea", 3), ("cake", 5)]
    connection.executemany("INSERT INTO menu VALUES (?, ?)", rows)
    connection.commit()
    connection.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "menu.db"))
        create_menu(path)
        with Pool(2, initializer=connect, initargs=(path,)) as pool:
            print(pool.map(price_of, ["tea", "cake"]))
            pool.close()
            pool.join()
