# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Pickle arguments that hold a function of which you do not know."""

import os
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.reduction import ForkingPickler
from weakref import WeakValueDictionary


def cross(thing):
    try:
        sent = bytes(ForkingPickler.dumps(thing))
        print("arrived:", type(ForkingPickler.loads(sent)).__name__)
    except Exception as error:  # its type depends on version
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    prices = defaultdict(lambda: "unknown")
    cache = WeakValueDictionary()

    for thing in (os.environ, cache, prices, ThreadPoolExecutor()):
        cross(thing)
    for copy in (dict(os.environ), dict(cache), dict(prices)):
        cross(copy)
