# /// script
# [tool.snippet]
# child-exits = [1]
# timeout = 30
# ///
"""Write to a database while another process is in a transaction."""

import sqlite3
import tempfile
from contextlib import closing
from multiprocessing import Event, Process
from pathlib import Path


def hold(path, begun, go_on):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO log VALUES ('slow')")
        begun.set()
        go_on.wait()  # in the middle of a transaction
        connection.commit()


def add(path, seconds):
    with closing(sqlite3.connect(path, timeout=seconds)) as connection:
        connection.execute("INSERT INTO log VALUES ('quick')")
        connection.commit()
    print("added")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log.db")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE log (line TEXT)")

        begun, go_on = Event(), Event()
        slow = Process(target=hold, args=(path, begun, go_on))
        slow.start()
        print("in a transaction:", begun.wait())
        for seconds in (0.1, 60):
            quick = Process(target=add, args=(path, seconds))
            quick.start()
            if seconds == 60:
                go_on.set()
            quick.join()
            print(f"timeout={seconds}: exit code {quick.exitcode}")
        slow.join()
        with closing(sqlite3.connect(path)) as connection:
            lines = connection.execute("SELECT line FROM log")
            print("in the log:", lines.fetchall())
