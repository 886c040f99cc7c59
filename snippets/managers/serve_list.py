# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Serve one list over TCP, on this machine only, to two processes."""

import os
from multiprocessing import Pipe, Process
from multiprocessing.managers import BaseManager, ListProxy

guests = ["Ada"]


def get_guests():
    return guests


class Server(BaseManager):
    pass


class Client(BaseManager):
    pass


Server.register("guests", get_guests, ListProxy)
Client.register("guests", proxytype=ListProxy)  # no callable here


def serve(connection, authkey):
    manager = Server(address=("127.0.0.1", 0), authkey=authkey)
    server = manager.get_server()
    connection.send(server.address)  # with the port that was free
    server.serve_forever()


def add_guest(address, authkey, name):
    client = Client(address, authkey)
    client.connect()
    client.guests().append(name)  # type: ignore


def report(client):
    client.connect()
    print("guests:", sorted(client.guests()))
    print("same address:", client.address == address)


if __name__ == "__main__":
    authkey = os.urandom(32)
    receiver, sender = Pipe(duplex=False)
    server = Process(target=serve, args=(sender, authkey))
    server.start()
    address = receiver.recv()
    arguments = [(address, authkey, name) for name in ("Bob", "Eve")]
    visits = [Process(target=add_guest, args=a) for a in arguments]
    for visit in visits:
        visit.start()
    for visit in visits:
        visit.join()
    report(Client(address, authkey))
    server.terminate()  # serve_forever() has no other end
    server.join()
