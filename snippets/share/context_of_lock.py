# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Say of which start method the lock of shared memory shall be."""

from multiprocessing import get_context
from multiprocessing.sharedctypes import (
    Array,
    RawValue,
    Value,
    synchronized,
)


def add(total, cells, wrapped):
    total.value += 1
    cells[0] += 1
    wrapped.value += 1


def read(total, cells, wrapped):
    return total.value, cells[:], wrapped.value


if __name__ == "__main__":
    spawn = get_context("spawn")
    total = Value("i", 0, lock=True, ctx=spawn)
    cells = Array("i", 2, lock=True, ctx=spawn)
    wrapped = synchronized(RawValue("i", 0), ctx=spawn)
    process = spawn.Process(target=add, args=(total, cells, wrapped))
    process.start()
    process.join()
    print(read(total, cells, wrapped))
    print("exit code:", process.exitcode)
    print(type(total).__name__, "and", type(cells).__name__)
