# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Send bytes that are no pickle, and read them with recv()."""

import pickle
from multiprocessing import Pipe

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    whole = pickle.dumps("green tea")

    for message in (bytes(4), b"hello", whole[:8], b""):
        sender.send_bytes(message)
        try:
            print(receiver.recv())
        except (pickle.UnpicklingError, EOFError) as error:
            print(f"{message!r}: {type(error).__name__}: {error}")

    sender.send_bytes(b"hello")
    print(receiver.recv_bytes())
    sender.close()
    receiver.close()
