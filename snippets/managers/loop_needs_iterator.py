"""Share a Counter, and loop over it with two kinds of managers."""

from collections import Counter
from multiprocessing.managers import (
    BaseManager,
    DictProxy,
    RemoteError,
    SyncManager,
)


class Plain(BaseManager):
    pass


class Complete(SyncManager):
    pass


for kind in Plain, Complete:
    kind.register("Counter", Counter, DictProxy)


def vote(manager):
    votes = manager.Counter(["tea", "cake", "tea"])
    votes.update(["cake", "cake"])
    print(type(manager).__name__, "- votes for cake:", votes["cake"])
    try:
        print("    loop:", list(votes))
    except RemoteError as error:
        (trace,) = error.args
        print("    loop: RemoteError:", trace.splitlines()[-1])


if __name__ == "__main__":
    with Plain() as plain, Complete() as complete:
        vote(plain)
        vote(complete)
