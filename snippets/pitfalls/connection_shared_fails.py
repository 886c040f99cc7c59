# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Ask a server through one connection, from two processes."""

import socket
from multiprocessing import Process


def serve(connection):
    while (question := connection.recv(1)) != b".":
        connection.sendall(question.upper())


def ask_for(letter, connection):
    connection.sendall(letter)
    print("asked for", letter, "and got", connection.recv(1))


if __name__ == "__main__":
    client, server = socket.socketpair()
    serving = Process(target=serve, args=(server,))
    serving.start()
    client.sendall(b"p")  # the parent asks, and does not read yet
    child = Process(target=ask_for, args=(b"c", client))
    child.start()
    child.join()
    print("asked for", b"p", "and got", client.recv(1))
    client.sendall(b".")
    serving.join()
