# /// script
# [tool.snippet]
# child-exits = [-15]
# platforms = ["Linux", "Darwin"]
# ///
"""Start a SharedMemoryManager, and shut it down, without with."""

from multiprocessing import ProcessError
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList


def set_up(purpose):
    print("manager's process:", purpose, flush=True)


def show(what, items):
    print(what, list(items))


def start_again(manager):
    try:
        manager.start()
    except ProcessError as error:
        print("start again:", error)


if __name__ == "__main__":
    manager = SharedMemoryManager()
    manager.start(initializer=set_up, initargs=("removes blocks",))
    start_again(manager)
    try:
        words = manager.ShareableList(["one", "two"])
        same = ShareableList(name=words.shm.name)
        show("attached:", same)
    finally:
        manager.shutdown()
    start_again(manager)
    try:
        ShareableList(name=words.shm.name)
    except FileNotFoundError:
        print("the block is gone")
