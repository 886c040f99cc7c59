# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# platforms = ["Linux", "Darwin"]
# masks = { name = "colors-[0-9]+" }
# ///
"""Create a block with a name, attach to it, close it and remove it."""

import os
from multiprocessing.shared_memory import SharedMemory


def try_to(what, **arguments):
    try:
        SharedMemory(**arguments).close()
        print(f"{what}: works")
    except (OSError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


def go_on(block):
    block.buf[:3] = b"red"
    print("still usable here:", bytes(block.buf[:3]))


if __name__ == "__main__":
    name = f"colors-{os.getpid()}"
    block = SharedMemory(name=name, create=True, size=100)
    print("name as given:", block.name == name)
    try_to("attach by name", name=name)
    try_to("create it again", name=name, create=True, size=100)
    try_to("create with size 0", create=True)
    try_to("attach without a name", size=100)

    block.unlink()  # removes the name
    try_to("attach after unlink()", name=name)
    go_on(block)  # who has it open keeps it
    block.close()  # gives up the memory
    print("after close(), buf is", block.buf)
