# /// script
# [tool.snippet]
# leaves = ["thread"]
# ///
"""Pass six objects as arguments at the start, then in a message."""

import socket
from multiprocessing import Event, Lock, Pipe, Process, Queue, Value


def report(pipe, *arguments):
    pipe.send([type(each).__name__ for each in arguments])
    for received in iter(pipe.recv, None):
        pipe.send(type(received).__name__)


if __name__ == "__main__":
    pipe, child_end = Pipe()
    client = socket.socket()
    objects = [Lock(), Event(), Value("i", 0), Queue(), pipe, client]

    process = Process(target=report, args=(child_end, *objects))
    process.start()
    print("at the start:", pipe.recv())
    print("in a message:")
    for each in objects:
        try:
            pipe.send(each)
            print("   ", pipe.recv())
        except RuntimeError as error:
            print("   ", error)

    pipe.send(None)
    process.join()
    client.close()
