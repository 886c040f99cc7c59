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


if __name__ == "__main__":
    spawn = get_context("spawn")
    shared = (
        Value("i", 0, lock=True, ctx=spawn),
        Array("i", 2, lock=True, ctx=spawn),
        synchronized(RawValue("i", 0), ctx=spawn),
    )
    process = spawn.Process(target=add, args=shared)
    process.start()
    process.join()
    total, cells, wrapped = shared
    print(total.value, cells[:], wrapped.value)
    print("exit code:", process.exitcode)
