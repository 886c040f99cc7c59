# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Take a Queue for a list, or for another class of that name."""

import multiprocessing
from multiprocessing.queues import Queue


def attempt(what, action, *arguments):
    try:
        action(*arguments)
    except (AttributeError, TypeError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    attempt("multiprocessing.queues.Queue()", Queue)
    queue = multiprocessing.Queue()
    attempt("list(queue)", list, queue)
    attempt("len(queue)", len, queue)
    attempt("queue.task_done", getattr, queue, "task_done")

    for item in ["tea", "jam", None]:
        queue.put(item)
    print(list(iter(queue.get, None)))  # get() until None comes
