# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Store a packed number that ends in zeros: it comes back short."""

import struct
from multiprocessing.managers import SharedMemoryManager

if __name__ == "__main__":
    packed = struct.pack("<i", 1)
    with SharedMemoryManager() as manager:
        items = manager.ShareableList([packed])
        print(packed, "became", items[0])
        try:
            print(struct.unpack("<i", items[0]))
        except struct.error as error:
            print(f"struct.error: {error}")
