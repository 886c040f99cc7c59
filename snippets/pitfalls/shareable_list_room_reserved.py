# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Reserve room for the longest text; end bytes with one that stays."""

import struct
from multiprocessing.managers import SharedMemoryManager

ROOM = " " * 40
END = b"\1"

if __name__ == "__main__":
    packed = struct.pack("<i", 1)
    with SharedMemoryManager() as manager:
        texts = manager.ShareableList([ROOM])
        texts[0] = "waiting for the others"
        print(texts[0])
        numbers = manager.ShareableList([packed + END])
        print(struct.unpack("<i", numbers[0].removesuffix(END)))
