# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Pickle a socket by pickle, then by multiprocessing's own pickler."""

import io
import pickle
import socket
from multiprocessing import (
    Pipe,
    allow_connection_pickling,
    resource_sharer,
)
from multiprocessing.reduction import ForkingPickler, dump

if __name__ == "__main__":
    allow_connection_pickling()
    near, far = socket.socketpair()
    try:
        pickle.dumps(near)
    except TypeError as error:
        print("TypeError:", error)

    data = ForkingPickler.dumps(near)
    near.close()
    copy = ForkingPickler.loads(data)
    copy.sendall(b"tea")
    print("through the copy:", far.recv(100))
    try:
        ForkingPickler.loads(data)
    except EOFError:
        print("a second time: EOFError")

    receiver, sender = Pipe(duplex=False)
    file = io.BytesIO()
    dump(sender, file)
    pickle.loads(file.getvalue()).send("by a copy of the connection")
    print(receiver.recv())
    resource_sharer.stop()
    copy.close()
    far.close()
