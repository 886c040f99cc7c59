# /// script
# [tool.snippet]
# start-methods = []
# ///
"""An item can be replaced only by what fits into its room."""

from multiprocessing.shared_memory import ShareableList


def try_to(what, action, *arguments):
    try:
        action(*arguments)
        print(f"{what}: works, now {[*items]}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    items = ShareableList(["a name", 5])
    print("format:", items.format)
    store = items.__setitem__
    try_to("8 letters for 6", store, 0, "8letters")
    try_to("9 letters for 6", store, 0, "9 letters")
    try_to("text for a number", store, 1, "text")
    print("format:", items.format)
    try_to("number for a text", store, 0, 2**63 - 1)
    try_to("number of 64 bits", store, 0, 2**63)
    try_to("a list as an item", store, 0, ["a", "b"])
    try_to("an index too high", store, 2, "end")
    try_to("index() of nothing", items.index, "nothing")
    try_to("a slice", items.__getitem__, slice(0, 1))
    print("has append():", hasattr(items, "append"))
    items.shm.close()
    items.shm.unlink()
