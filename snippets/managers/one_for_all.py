# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Start a manager with all options; all get one and the same object."""

import os
from multiprocessing import Process, get_context
from multiprocessing.managers import (  # type: ignore
    AutoProxy,
    BaseManager,
    DictProxy,
)

settings = {"color": "red"}


def get_settings():
    return settings  # always the same one


def set_up(key, value):
    settings[key] = value


class Store(BaseManager):
    pass


Store.register("get_settings", get_settings, DictProxy)
Store.register("get_keys", get_settings, AutoProxy, ["keys", "get"])


def change(mine):
    mine["color"] = "blue"


def use(store):
    mine = store.get_settings()
    process = Process(target=change, args=(mine,))
    process.start()
    process.join()
    print("the manager's:", store.get_settings())
    print("by another proxy:", store.get_keys().get("color"))
    print("this process's:", settings)


if __name__ == "__main__":
    store = Store(
        address=None,
        authkey=os.urandom(32),
        serializer="pickle",
        ctx=get_context("spawn"),
        shutdown_timeout=3,
    )
    store.start(initializer=set_up, initargs=("size", "large"))
    try:
        use(store)
    finally:
        store.shutdown()
    store.join(timeout=5)
    print("ended")
