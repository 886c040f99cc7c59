# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Some texts and bytes come back shorter than they went in."""

from multiprocessing.shared_memory import ShareableList

ITEMS = [
    b"zeros\0\0",  # zeros at the end are taken for filling
    "a name\0",
    "né" * 3,  # 9 bytes, and room for 8
    "日本語日本語",  # 18 bytes, and room for 8
]


def read(items, index):
    try:
        return items[index]
    except UnicodeDecodeError:
        return "UnicodeDecodeError"


def send_as_bytes(text):
    """Encode it, so that the room is that of the bytes."""
    items = ShareableList([text.encode()])
    arrived = items[0].decode()
    items.shm.close()
    items.shm.unlink()
    return arrived


if __name__ == "__main__":
    items = ShareableList(ITEMS)
    for index, item in enumerate(ITEMS):
        print(ascii(item), "became", ascii(read(items, index)))
    print("encoded first:", send_as_bytes(ITEMS[3]) == ITEMS[3])
    items.shm.close()
    items.shm.unlink()
