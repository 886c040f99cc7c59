# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Talk to a manager in XML instead of pickle: fewer types pass."""

import os
from multiprocessing.managers import BaseManager


class Notes:
    def __init__(self):
        self._notes = {}

    def store(self, key, value):
        self._notes[key] = value
        return value

    def remove(self, key):
        del self._notes[key]


class Board(BaseManager):
    pass


Board.register("Notes", Notes)


def try_all(board):
    notes = board.Notes()
    for value in 42, [1, "two", 3.5], {"a": None}, (1, 2), 2**31, {1}:
        try:
            print(value, "became", notes.store("key", value))
        except (TypeError, OverflowError) as error:
            print(value, "-", type(error).__name__)
    try:
        notes.remove("no such key")
    except Exception as error:
        print("KeyError became", type(error).__name__)


if __name__ == "__main__":
    key = os.urandom(32)
    with Board(authkey=key, serializer="xmlrpclib") as board:
        try_all(board)
