# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Make four mistakes with the key and the names of a manager."""

import os
from multiprocessing.managers import BaseManager


class Server(BaseManager):
    pass


class Client(BaseManager):
    pass


Client.register("get_queue")  # and the server has no such name


def attempt(what, action, *arguments):
    try:
        action(*arguments)
    except Exception as error:
        lines = [
            line for line in str(error).splitlines() if line[:1] != "-"
        ]
        print(f"{what}: {type(error).__name__}: {lines[-1]}")


def ask(manager):
    manager.get_queue()


if __name__ == "__main__":
    here, key = ("127.0.0.1", 0), os.urandom(32)
    attempt("a key that is a text", Server, here, key.hex())
    with Server(here, key) as server:
        client = Client(server.address, key)
        attempt("not connected", ask, client)
        client.connect()
        attempt("the server lacks the name", ask, client)
        attempt("the client lacks the name", ask, server)
