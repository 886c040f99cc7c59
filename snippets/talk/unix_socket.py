# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Connect by a file name, on one machine, as only the owner may."""

import tempfile
from multiprocessing import Process, current_process
from multiprocessing.connection import Client, Listener
from pathlib import Path


def ask(address):
    key = current_process().authkey  # the parent's, by default
    server = Client(address, authkey=key)
    server.send("tea")
    server.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "tea.sock")
        key = current_process().authkey
        listener = Listener(str(path), family="AF_UNIX", authkey=key)
        print("address is the path:", listener.address == str(path))
        print("folder:", oct(Path(folder).stat().st_mode & 0o777))

        process = Process(target=ask, args=(listener.address,))
        process.start()
        with listener.accept() as client:
            print("received:", client.recv())
        process.join()
        print("last accepted:", repr(listener.last_accepted))
        listener.close()
        print("still there:", path.exists())
