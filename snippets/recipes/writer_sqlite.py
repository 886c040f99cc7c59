# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Give the database to one process; the others send it their rows."""

import sqlite3
import tempfile
from itertools import islice
from multiprocessing import Process, Queue
from pathlib import Path


def store(path, rows, batch=100):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE words (word TEXT, size INTEGER)")
    arriving = iter(rows.get, None)
    while some := list(islice(arriving, batch)):
        with connection:  # one transaction for many rows
            connection.executemany(
                "INSERT INTO words VALUES (?, ?)", some
            )
    connection.close()


def measure(words, rows):
    for word in words:
        rows.put((word, len(word)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "words.db")
        rows = Queue(maxsize=1000)
        owner = Process(target=store, args=(path, rows))
        owner.start()
        workers = [
            Process(target=measure, args=(words, rows))
            for words in (["fig", "plum"], ["apple", "pear", "melon"])
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        rows.put(None)
        owner.join()

        connection = sqlite3.connect(path)
        for row in connection.execute(
            "SELECT size, COUNT(*) FROM words GROUP BY size"
        ):
            print("letters, words:", *row)
        connection.close()
