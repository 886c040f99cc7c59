"""Open a connection in each process, when it first needs one."""

import os
import sqlite3
import tempfile
from functools import cache
from multiprocessing import Process
from pathlib import Path


@cache
def connect(path, pid):
    return sqlite3.connect(path)


def order(item, path):
    with connect(path, os.getpid()) as connection:
        connection.execute("INSERT INTO orders VALUES (?)", (item,))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cafe.db")
        connection = connect(path, os.getpid())
        connection.execute("CREATE TABLE orders (item)")
        order("cake", path)
        child = Process(target=order, args=("tea", path))
        child.start()
        child.join()
        orders = connection.execute("SELECT item FROM orders")
        print("ordered:", orders.fetchall())
        connects = connect.cache_info().misses
        print("connections that the parent made:", connects)
        connection.close()
