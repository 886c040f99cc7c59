# /// script
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Darwin"]
# ///
"""Choose the pickle protocol, and open the connection by hand."""

import io
import os
import pickle
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler, dump

if __name__ == "__main__":
    for protocol in 2, 5:
        data = ForkingPickler.dumps(["tea", 3], protocol=protocol)
        file = io.BytesIO()
        dump(["tea", 3], file, protocol=protocol)
        print("the same bytes:", bytes(data) == file.getvalue())
        print("protocol in the second byte:", data[1])

    read_end, write_end = os.pipe()
    sender = Connection(write_end, readable=False)
    receiver = Connection(handle=read_end, writable=False)
    sender.send_bytes(data)
    received = receiver.recv_bytes()
    print(ForkingPickler.loads(received, encoding="ASCII"))
    print(pickle.loads(received))
    sender.close()
    receiver.close()
