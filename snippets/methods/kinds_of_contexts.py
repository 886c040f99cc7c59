# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Look at the contexts, and at the one behind multiprocessing."""

import multiprocessing
from multiprocessing.context import BaseContext, DefaultContext


def describe(name):
    kind = type(multiprocessing.get_context(name))
    fixed = not issubclass(kind, DefaultContext)
    context = issubclass(kind, BaseContext)
    print(f"{kind.__name__:17} a context: {context}, fixed: {fixed}")


if __name__ == "__main__":
    print(multiprocessing.Lock.__qualname__)
    print(multiprocessing.get_start_method.__qualname__)
    for name in ["fork", "forkserver", "spawn"]:
        describe(name)
    spawn = multiprocessing.get_context("spawn")
    try:
        spawn.set_start_method("fork")
    except ValueError as error:
        print(f"ValueError: {error}")
    multiprocessing.set_start_method("spawn")
    chosen = multiprocessing.get_context().get_start_method()
    print("chosen:", chosen)
