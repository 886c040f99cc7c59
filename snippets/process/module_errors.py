# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Catch what multiprocessing itself raises by one name."""

import builtins
import multiprocessing
from multiprocessing import Pipe, Process, ProcessError


def divide(number):
    print(1 / number)


if __name__ == "__main__":
    near, far = Pipe()
    near.send_bytes(b"a long message")
    try:
        far.recv_bytes_into(bytearray(4))
    except ProcessError as error:
        print("caught:", type(error).__name__)

    try:
        process = Process(target=divide, args=(0,))
        process.start()
        process.join()
    except ProcessError:
        print("never reached")
    print("exit code", process.exitcode)

    for name in "BufferTooShort", "AuthenticationError", "TimeoutError":
        kind = getattr(multiprocessing, name)
        print(f"{name}: {kind.__bases__[0].__name__}")
    mine, builtin = multiprocessing.TimeoutError, builtins.TimeoutError
    print("the built-in one, too:", issubclass(mine, builtin))
