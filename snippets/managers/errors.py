# /// script
# [tool.snippet]
# output = "pattern"
# masks = { id = "(?<=')[0-9a-f]{6,}(?=')" }
# child-exits = [-15]
# ///
"""See which exceptions come out of a manager's proxies."""

import pickle
from multiprocessing import Manager


def try_to(what, action, *arguments):
    try:
        action(*arguments)
    except Exception as error:
        last_line = str(error.args[0]).splitlines()[-1]
        print(f"{what}: {type(error).__name__}: {last_line}")


if __name__ == "__main__":
    with Manager() as manager:
        shelf = manager.dict(books=3)
        try_to("a missing key", shelf.__getitem__, "maps")
        try_to("a bad argument", manager.list().index, "maps")
        try_to("a method it lacks", getattr, shelf, "append")
        try_to("a lambda", shelf.update, {"key": lambda: 3})
        sent = pickle.dumps(manager.list())  # the proxy is not kept
        try_to("a list that nobody kept", pickle.loads, sent)
        try_to("a type it lacks", getattr, manager, "deque")
    try_to("a new object after the end", manager.dict)
    try:
        print(shelf["books"])
    except (OSError, EOFError):
        print("the object went with its manager")
