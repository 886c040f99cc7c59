# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Release each view of a shared block, and close the block then."""

from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=80)
    numbers = block.buf.cast("q")
    numbers[0] = 42
    print("first number:", numbers[0])
    numbers.release()
    block.close()
    block.unlink()
