# /// script
# [tool.snippet]
# start-methods = []
# child-exits = [-15]
# ///
"""Make a SyncManager with all options, its objects with theirs."""

from multiprocessing import get_context
from multiprocessing.managers import Namespace, SyncManager


def show_objects(manager):
    print(manager.Value(typecode="i", value=7).value)
    print(manager.Array(typecode="d", sequence=[0.5, 1.5])[:])
    print("barrier for", manager.Barrier(parties=2).parties)
    print("room for one:", not manager.Queue(1).full())
    for make in manager.Semaphore, manager.BoundedSemaphore:
        permits = make(value=1)
        print(permits.acquire(), permits.acquire(blocking=False))


def wait_for_news(manager):
    news = manager.Condition()
    print("acquired:", news.acquire(blocking=True, timeout=10))
    news.notify(n=1)  # nobody waits
    print("told:", news.wait(timeout=0.1))
    news.release()


if __name__ == "__main__":
    manager = SyncManager(
        serializer="pickle",
        ctx=get_context("spawn"),
        shutdown_timeout=5,
    )
    manager.start()
    with manager:
        show_objects(manager)
        wait_for_news(manager)
    print(Namespace(color="red", size=3))  # a plain one, without it
