"""Give an executor's workers a connection each, in the same way."""

import sqlite3
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def connect(path):
    global database
    database = sqlite3.connect(path)


def price_of(item):
    query = "SELECT price FROM menu WHERE item = ?"
    return database.execute(query, (item,)).fetchone()[0]


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
        with ProcessPoolExecutor(
            2, initializer=connect, initargs=(path,)
        ) as executor:
            print(list(executor.map(price_of, ["tea", "cake", "tea"])))
