# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = ["fork"]
# timeout = 60
# ///
"""See which data a forked child copies when it only reads them."""

import re
from multiprocessing import get_context
from pathlib import Path

OBJECTS = [float(number) for number in range(2_000_000)]
BLOCK = bytearray(b"x") * 64_000_000
MORE = 10  # MB; far more than an idle child writes


def own_memory():
    """Give what this process shares with no other, in MB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    return (
        sum(map(int, re.findall(r"Private_\w+: +(\d+)", text))) / 1000
    )


def read_block():
    BLOCK.count(b"y")


def read_objects():
    for _ in OBJECTS:
        pass


def write_block():
    BLOCK[:] = b"y" * len(BLOCK)


def tell(action, answers):
    before = own_memory()
    action()
    answers.put(own_memory() - before > MORE)


if __name__ == "__main__":
    context = get_context("fork")
    answers = context.SimpleQueue()
    for action in read_block, read_objects, write_block:
        child = context.Process(target=tell, args=(action, answers))
        child.start()
        child.join()
        print(f"{action.__name__:13} copies memory: {answers.get()}")
