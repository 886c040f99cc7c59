# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Receive pickles that may name nothing but what you list."""

import io
import os
import pickle
from datetime import date
from multiprocessing import Pipe

ALLOWED = {("datetime", "date")}


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        message = f"{module}.{name} is not on the list"
        raise pickle.UnpicklingError(message)


class Attack:
    def __reduce__(self):
        return os.system, ("echo this is your shell",)


def receive(connection):
    data = connection.recv_bytes(maxlength=10_000)
    try:
        return Restricted(io.BytesIO(data)).load()
    except pickle.UnpicklingError as error:
        return f"UnpicklingError: {error}"


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    sender.send({"tea": 3, "day": date(2026, 5, 1)})
    print(receive(receiver))
    sender.send(Attack())
    print(receive(receiver))
