# /// script
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [1, -15]
# ///
"""Serve at an address that another manager has already."""

import os
from multiprocessing.managers import BaseManager


def attempt(what, action):
    try:
        action()
    except (EOFError, OSError) as error:
        print(f"{what}: {type(error).__name__}: {error}", flush=True)
    else:
        print(f"{what}: works")


if __name__ == "__main__":
    key = os.urandom(32)
    with BaseManager(("127.0.0.1", 0), key) as first:
        second = BaseManager(first.address, key)
        attempt("get_server()", second.get_server)
        attempt("start()", second.start)
        any_port = BaseManager(("127.0.0.1", 0), key)
        attempt("get_server() with port 0", any_port.get_server)
