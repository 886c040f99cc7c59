# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Connect with a wrong key, without the server, and to no server."""

import os
from multiprocessing import AuthenticationError
from multiprocessing.managers import SyncManager


def try_to_connect(what, address, authkey):
    client = SyncManager(address, authkey)
    try:
        client.connect()
        print(f"{what}: connected")
    except AuthenticationError as error:
        print(f"{what}: AuthenticationError: {error}")
    except OSError as error:
        print(f"{what}: {type(error).__name__}")


def create(client):
    try:
        client.dict()
    except AssertionError as error:
        print("without connect(): AssertionError:", error)


if __name__ == "__main__":
    key = os.urandom(32)
    with SyncManager(("127.0.0.1", 0), key) as manager:
        address = manager.address
        try_to_connect("the key", address, key)
        try_to_connect("another key", address, os.urandom(32))
        create(SyncManager(address, key))
    try_to_connect("after the end", address, key)
