# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Create one object of each type that a manager offers."""

import re
from multiprocessing import Manager


def create_all(manager):
    for proxy in (
        manager.dict(one=1),
        manager.list([1, 2]),
        manager.Namespace(color="red"),
        manager.Value("i", 3),
        manager.Array("d", [0.5, 1.5]),
        manager.Queue(maxsize=10),
        manager.JoinableQueue(),
        manager.Lock(),
        manager.RLock(),
        manager.Semaphore(2),
        manager.BoundedSemaphore(2),
        manager.Condition(),
        manager.Event(),
        manager.Barrier(2),
    ):
        real = re.sub(r" at 0x\w+", "", str(proxy))  # asks it
        print(f"{type(proxy).__name__:24}", real)


if __name__ == "__main__":
    with Manager() as manager:
        create_all(manager)
