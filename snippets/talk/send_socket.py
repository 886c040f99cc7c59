"""Accept in the parent; send each socket to a worker that answers."""

import os
import socket
from multiprocessing import Process, SimpleQueue, resource_sharer


def serve(clients, parent):
    for client in iter(clients.get, None):
        with client:
            text = client.recv(100).decode()
            elsewhere = os.getpid() != parent
            client.sendall(f"{text}, elsewhere: {elsewhere}".encode())


if __name__ == "__main__":
    clients = SimpleQueue()
    worker = Process(target=serve, args=(clients, os.getpid()))
    worker.start()
    with socket.create_server(("127.0.0.1", 0)) as server:
        for text in "tea", "cake":
            customer = socket.create_connection(server.getsockname())
            accepted, _ = server.accept()
            clients.put(accepted)
            accepted.close()  # the worker's copy stays open

            customer.sendall(text.encode())
            print(customer.recv(100).decode())
            customer.close()
    clients.put(None)
    worker.join()
    resource_sharer.stop()  # the thread that hands sockets over
