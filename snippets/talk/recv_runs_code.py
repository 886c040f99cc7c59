"""Receive an object that runs code, and then data that cannot."""

import json
from multiprocessing import Pipe, Process, current_process


def attack():
    print("code of the sender runs in:", current_process().name)
    return "a harmless string"


class Harmless:
    def __reduce__(self):
        return attack, ()  # could be any function, as os.system


def send(sender):
    sender.send(Harmless())
    order = {"item": "tea", "count": 2}
    sender.send_bytes(json.dumps(order).encode())


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    process = Process(target=send, args=(sender,), name="attacker")
    process.start()
    print("recv():", receiver.recv())
    print("JSON:", json.loads(receiver.recv_bytes(maxlength=1000)))
    process.join()
