# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Ask of which objects an interpreter can share the data."""

import threading
from concurrent import interpreters

OBJECTS = [
    None,
    True,
    12,
    1.5,
    "text",
    b"bytes",
    ("a", 1),
    memoryview(b"data"),
    interpreters.create_queue(),
    [1, 2],
    {"key": 1},
    {1, 2},
    threading.Lock(),
]

if __name__ == "__main__":
    for thing in OBJECTS:
        shareable = interpreters.is_shareable(thing)
        print(f"{type(thing).__name__:10} {shareable}")
