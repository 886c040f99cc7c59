# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Use each end of a one-way pipe in the right and in a wrong way."""

import os
import stat
from multiprocessing import Pipe


def attempt(what, call, *arguments):
    try:
        print(f"{what}: {call(*arguments)!r}")
    except (OSError, EOFError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    for name, end in ("receiver", receiver), ("sender", sender):
        print(f"{name}: {end.readable=} {end.writable=}")
    mode = os.fstat(receiver.fileno()).st_mode
    print("is a pipe of the system:", stat.S_ISFIFO(mode))

    attempt("receiver.send", receiver.send, "tea")
    attempt("sender.recv", sender.recv)
    attempt("sender.send", sender.send, "tea")
    attempt("sender.close", sender.close)
    print(f"{sender.closed=} {receiver.closed=}")
    attempt("sender.send again", sender.send, "cake")
    attempt("receiver.recv", receiver.recv)
    attempt("receiver.recv again", receiver.recv)

    receiver, sender = Pipe(duplex=False)
    receiver.close()
    attempt("send, nobody can read", sender.send, "tea")
    sender.close()
