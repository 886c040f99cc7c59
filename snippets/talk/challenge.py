# /// script
# requires-python = ">=3.12"
# [tool.snippet]
# start-methods = []
# ///
"""Do by hand what accept() and Client() do with the key."""

from multiprocessing import Pipe
from multiprocessing.connection import (
    answer_challenge,
    deliver_challenge,
)
from threading import Thread

KEY = b"known to both, and never sent"


class Overheard:
    """A connection that prints what it sends and receives."""

    def __init__(self, connection):
        self.connection = connection
        self.heard = b""

    def send_bytes(self, data):
        self.show("server sends   ", data)
        self.connection.send_bytes(data)

    def recv_bytes(self, maxlength):
        data = self.connection.recv_bytes(maxlength)
        self.show("server receives", data)
        return data

    def show(self, what, data):
        self.heard += data
        start = data[: data.find(b"}") + 1] or data
        print(f"{what} {start!r}, {len(data)} bytes")


def be_client(connection):
    answer_challenge(connection, KEY)
    deliver_challenge(connection, KEY, digest_name="sha384")


if __name__ == "__main__":
    server, client = Pipe()
    thread = Thread(target=be_client, args=(client,))
    thread.start()
    overheard = Overheard(server)
    deliver_challenge(overheard, KEY)  # type: ignore
    answer_challenge(overheard, KEY)  # type: ignore
    thread.join()
    print("bytes overheard:", len(overheard.heard))
    print("the key was sent:", KEY in overheard.heard)
