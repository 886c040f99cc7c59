# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Connect with a wrong key, and look at what each side is told."""

from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from threading import Thread


def accept(listener):
    for _ in range(2):
        try:
            with listener.accept() as client:
                print("server: received", client.recv())
        except AuthenticationError as error:
            print(f"server: AuthenticationError: {error}")


def connect(address, key):
    try:
        with Client(address, authkey=key) as server:
            server.send("tea")
    except AuthenticationError as error:
        return f"AuthenticationError: {error}"
    return "connected"


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), authkey=b"the key") as listener:
        accepting = Thread(target=accept, args=(listener,))
        accepting.start()
        wrong = connect(listener.address, b"a guess")
        right = connect(listener.address, b"the key")
        accepting.join()
    print("client, a guess:", wrong)
    print("client, the key:", right)
