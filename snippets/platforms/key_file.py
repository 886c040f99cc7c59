# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Share a random key by a file that only its owner may read."""

import os
import secrets
import subprocess
import sys
from multiprocessing.connection import Listener
from pathlib import Path
from tempfile import TemporaryDirectory

CLIENT = """\
import sys
from multiprocessing.connection import Client
from pathlib import Path

address, key_file = sys.argv[1:]
key = Path(key_file).read_bytes()
with Client(address, authkey=key) as connection:
    print("the other program got:", connection.recv())
"""


def new_key(path):
    """Create the file with its permissions, before the key is in."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    descriptor = os.open(path, flags, 0o600)
    with open(descriptor, "wb") as file:
        file.write(secrets.token_bytes(32))
    return path.read_bytes()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        path, address = Path(folder, "key"), f"{folder}/socket"
        key = new_key(path)
        print("the key's file:", oct(path.stat().st_mode & 0o777))
        print("bytes in the key:", len(key))
        with Listener(address, authkey=key) as listener:
            client = [sys.executable, "-c", CLIENT]
            with subprocess.Popen([*client, address, str(path)]):
                with listener.accept() as connection:
                    connection.send("tea")
