# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Put what is no byte into a block, and then bytes."""

from multiprocessing.shared_memory import SharedMemory


def put(block, place, value):
    try:
        block.buf[place] = value
        print(f"{value!r}: the block begins with", bytes(block.buf[:5]))
    except (TypeError, ValueError) as error:
        print(f"{value!r}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    block = SharedMemory(create=True, size=100)
    first, first_five = 0, slice(0, 5)
    put(block, first_five, "hello")
    put(block, first_five, b"hi")  # two bytes for five places
    put(block, first, 300)
    put(block, first, "j")

    put(block, first_five, b"hello")
    put(block, first, ord("j"))
    block.close()
    block.unlink()
