# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Weigh a message before it is sent: the length of its pickle."""

import pickle
from array import array
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


@dataclass(slots=True)
class SlottedPoint:
    x: int
    y: int


NUMBERS = range(10_000, 20_000)
MESSAGES = {
    "a range": NUMBERS,
    "bytes": array("q", NUMBERS).tobytes(),
    "array of 8-byte integers": array("q", NUMBERS),
    "list": list(NUMBERS),
    "list of strings": list(map(str, NUMBERS)),
    "pairs": [(n, n) for n in NUMBERS[::2]],
    "objects": [Point(n, n) for n in NUMBERS[::2]],
    "objects with slots": [SlottedPoint(n, n) for n in NUMBERS[::2]],
}

if __name__ == "__main__":
    print(f"{len(NUMBERS):,} numbers as")
    for name, message in MESSAGES.items():
        size = len(pickle.dumps(message))
        print(f"    {name:25} {size:7,} bytes")
