# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
#
# [[tool.snippet.when]]
# start-methods = ["fork"]
# child-exits = [1]
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# raises = "TypeError"
# ///
"""Write into a database through a connection of the parent."""

import sqlite3
import tempfile
from multiprocessing import Process
from pathlib import Path


def order(item, connection):
    connection.execute("INSERT INTO orders VALUES (?)", (item,))
    connection.commit()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cafe.db")
        connection = sqlite3.connect(path, timeout=0)
        connection.execute("CREATE TABLE orders (item)")
        connection.execute("INSERT INTO orders VALUES ('cake')")
        child = Process(target=order, args=("tea", connection))
        child.start()
        child.join()
        connection.commit()
        orders = connection.execute("SELECT item FROM orders")
        print("ordered:", orders.fetchall())
        connection.close()
