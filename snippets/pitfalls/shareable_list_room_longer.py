# /// script
# [tool.snippet]
# raises = "ValueError"
# start-methods = []
# ///
"""Replace a text by a longer one: its room was measured once."""

from multiprocessing.managers import SharedMemoryManager

if __name__ == "__main__":
    with SharedMemoryManager() as manager:
        items = manager.ShareableList(["waiting", 0])
        items[0] = "done"
        print(list(items))
        items[0] = "waiting for the others"
