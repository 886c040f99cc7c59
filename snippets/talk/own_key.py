"""Look at the key that a process has, gives to children, and hides."""

import pickle
from multiprocessing import Pipe, Process, current_process


def tell(sender):
    sender.send(bytes(current_process().authkey))


if __name__ == "__main__":
    print("bytes in the key:", len(current_process().authkey))
    for key in None, b"a key of our own":
        if key:
            current_process().authkey = key
        receiver, sender = Pipe(duplex=False)
        child = Process(target=tell, args=(sender,))
        child.start()
        expected = key or current_process().authkey
        print("the child has the same:", receiver.recv() == expected)
        child.join()

    child = Process(target=print)
    child.authkey = b"only for this child"
    print("set for one child:", child.authkey != key)
    try:
        pickle.dumps(current_process().authkey)
    except TypeError as error:
        print("TypeError:", error)
