# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Send two descriptors over a Unix socket, to any process or thread."""

import os
import socket
from multiprocessing.reduction import recvfds, sendfds
from threading import Thread


def send(sock, descriptors):
    sendfds(sock, descriptors)


if __name__ == "__main__":
    near, far = socket.socketpair()
    into, out = os.pipe()
    sending = Thread(target=send, args=(near, [into, out]))
    sending.start()
    copies = recvfds(far, 2)
    sending.join()
    print("new numbers:", not {into, out} & set(copies))

    os.write(copies[1], b"written to the copy")
    print(os.read(into, 100))
    for descriptor in (into, out, *copies):
        os.close(descriptor)
    near.close()
    far.close()
