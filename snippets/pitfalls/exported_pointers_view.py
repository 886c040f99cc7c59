# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# raises = "BufferError"
#
# [tool.snippet.masks]
# name = 'psm_[0-9a-f]+'
# ///
"""Close a shared block while a view of its memory is still there."""

from multiprocessing.shared_memory import SharedMemory

if __name__ == "__main__":
    block = SharedMemory(create=True, size=80)
    numbers = block.buf.cast("q")
    numbers[0] = 42
    print("first number:", numbers[0])
    block.close()
    block.unlink()
