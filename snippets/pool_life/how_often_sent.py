"""Count how often a large table is pickled, sent in three ways."""

from functools import partial
from multiprocessing import Pool

TASKS = range(6)
worker = {}


class Table:
    pickled = 0

    def __init__(self, rows):
        self.rows = rows

    def __reduce__(self):
        Table.pickled += 1  # in the parent: a table is being sent
        return Table, (self.rows,)

    def row(self, number):
        return self.rows[number]


def take_table(table):
    worker["table"] = table


def look_up(table, number):
    return table.row(number)


def look_up_here(number):
    return worker["table"].row(number)


def report(way, rows):
    print(f"{way}: {rows}, pickled {Table.pickled} times")
    Table.pickled = 0


if __name__ == "__main__":
    table = Table([number * 10 for number in TASKS])
    with Pool(1, initializer=take_table, initargs=(table,)) as pool:
        rows = pool.map(look_up_here, TASKS, chunksize=1)
        report("initializer", rows)
        arguments = [(table, number) for number in TASKS]
        rows = pool.starmap(look_up, arguments, chunksize=1)
        report("argument", rows)
        rows = pool.map(partial(look_up, table), TASKS, chunksize=3)
        report("partial", rows)
