# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Pickle what cannot be, and then what may be sent instead of it."""

import math
import re
import traceback
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

MENU = {"tea": "green", "cake": "sweet"}


def pairs(file):
    yield MENU.keys(), list(MENU.keys())
    yield (
        (item.title() for item in MENU),
        [item.title() for item in MENU],
    )
    yield math, math.__name__
    yield file, Path(file.name).name
    found = re.search(r"\d+", "12 cups")
    yield found, found.group()
    try:
        MENU["coffee"]
    except KeyError as error:
        (line,) = traceback.format_exception_only(error)
        yield error.__traceback__, line.strip()


if __name__ == "__main__":
    with open(__file__) as file:
        for refused, instead in pairs(file):
            try:
                ForkingPickler.dumps(refused)
            except TypeError as error:
                print(f"TypeError: {error}")
            sent = bytes(ForkingPickler.dumps(instead))
            print("    instead:", ForkingPickler.loads(sent))
