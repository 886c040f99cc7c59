# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Look at the fork server's socket and call it with a wrong key."""

from multiprocessing import AuthenticationError, get_context, util
from multiprocessing.connection import Client
from pathlib import Path


def work():
    print("the child is at work")


if __name__ == "__main__":
    process = get_context("forkserver").Process(target=work)
    process.start()
    process.join()
    (socket,) = Path(util.get_temp_dir()).iterdir()
    print("is a socket:", socket.is_socket())
    print("who may use it:", oct(socket.stat().st_mode & 0o777))
    try:
        Client(str(socket), authkey=b"a guess")
    except AuthenticationError as error:
        print(f"AuthenticationError: {error}")
