# /// script
# [tool.snippet]
# output = "pattern"
# masks = { thread = 'thread id \d+' }
# start-methods = []
# ///
"""Give the threads of a pool one SQLite connection, then their own."""

import sqlite3
from contextlib import closing
from multiprocessing.pool import ThreadPool

shared = sqlite3.connect(":memory:")


def ask_shared(word):
    return shared.execute("SELECT upper(?)", [word]).fetchone()


def ask_own(word):
    with closing(sqlite3.connect(":memory:")) as own:
        return own.execute("SELECT upper(?)", [word]).fetchone()


if __name__ == "__main__":
    words = ["tea", "cake"]
    with closing(shared), ThreadPool(2) as pool:
        try:
            pool.map(ask_shared, words)
        except sqlite3.ProgrammingError as error:
            print(f"ProgrammingError: {error}")
        print(pool.map(ask_own, words))
        pool.close()
        pool.join()
