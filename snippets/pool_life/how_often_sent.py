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
    pairs = [(table, number) for number in TASKS]
    look_up_now = partial(look_up, table)
    with Pool(1, initializer=take_table, initargs=(table,)) as pool:
        rows = pool.map(look_up_here, TASKS, chunksize=1)
        report("initializer", rows)
        for size in 1, 3:
            print(f"chunks of {size}")
            rows = pool.starmap(look_up, pairs, chunksize=size)
            report("    argument", rows)
            rows = pool.map(look_up_now, TASKS, chunksize=size)
            report("    partial", rows)
