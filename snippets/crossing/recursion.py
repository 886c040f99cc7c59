# /// script
# [tool.snippet]
# output = "pattern"
# masks = { stack = "Stack overflow .*" }
# start-methods = []
# ///
"""Pickle a long chain, and unpickle objects with a __getattr__()."""

from multiprocessing.reduction import ForkingPickler


class Link:
    def __init__(self, following):
        self.following = following


class Config:
    def __init__(self):
        self.data = {"color": "green"}

    def __getattr__(self, name):
        return self.data[name]


class BetterConfig(Config):
    def __getattr__(self, name):
        if name.startswith("__") or name == "data":
            raise AttributeError(name)
        return self.data[name]


def cross(thing):
    try:
        sent = bytes(ForkingPickler.dumps(thing))
        print("pickled:", type(thing).__name__)
        print("color:", ForkingPickler.loads(sent).color)
    except RecursionError as error:
        print(f"RecursionError: {error}")


if __name__ == "__main__":
    chain = None
    for _ in range(100_000):
        chain = Link(chain)
    cross(chain)
    cross(Config())
    cross(BetterConfig())
