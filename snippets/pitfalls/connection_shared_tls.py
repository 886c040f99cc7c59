# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# output = "pattern"
# masks = { message = "(?<=SSLError: ).*" }
# start-methods = ["fork"]
# platforms = ["Linux"]
# ///
"""Ask through one encrypted connection from two processes."""

import socket
import ssl
from contextlib import suppress
from multiprocessing import Process


def encrypted(side):
    context = ssl.SSLContext(side)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("PSK")  # a key instead of certificates
    return context


def serve(connection):
    context = encrypted(ssl.PROTOCOL_TLS_SERVER)
    context.set_psk_server_callback(lambda identity: b"our key")
    with suppress(ssl.SSLError):
        connection = context.wrap_socket(connection, server_side=True)
        while question := connection.recv(100):
            connection.sendall(question.upper())


def ask(question, connection):
    connection.sendall(question)
    return connection.recv(100)


def ask_for_tea(connection):
    print("child:", ask(b"tea", connection))


if __name__ == "__main__":
    client, server = socket.socketpair()
    serving = Process(target=serve, args=(server,))
    serving.start()
    context = encrypted(ssl.PROTOCOL_TLS_CLIENT)
    context.set_psk_client_callback(lambda hint: (None, b"our key"))
    client = context.wrap_socket(client)
    child = Process(target=ask_for_tea, args=(client,))
    child.start()
    child.join()
    try:
        print("parent:", ask(b"cake", client))
    except ssl.SSLError as error:
        print("parent: ssl.SSLError:", error)
    serving.join()
