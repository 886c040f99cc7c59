# /// script
# [tool.snippet]
# output = "pattern"
# masks = { port = '\b\d{4,5}\b' }
# ///
"""Serve two clients over TCP, one after the other, with a key."""

import secrets
from multiprocessing import Process
from multiprocessing.connection import Client, Listener


def ask(address, key, word):
    with Client(address, family="AF_INET", authkey=key) as server:
        server.send(word)
        print(f"{word}:", server.recv(), flush=True)


if __name__ == "__main__":
    key = secrets.token_bytes(32)
    with Listener(
        ("127.0.0.1", 0), family="AF_INET", backlog=5, authkey=key
    ) as listener:
        print("listening at", listener.address)
        for word in "tea", "biscuit":
            process = Process(
                target=ask, args=(listener.address, key, word)
            )
            process.start()
            with listener.accept() as client:
                print("client from", listener.last_accepted)
                client.send(len(client.recv()))
            process.join()
    try:
        listener.accept()
    except OSError as error:
        print("closed:", error)
