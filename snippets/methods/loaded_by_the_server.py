# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Build a table at module level, and ask two processes who built it."""

import os
from multiprocessing import get_context

squares = {number: number * number for number in range(100_000)}
builder = os.getpid()


def report():
    by_me = builder == os.getpid()
    by_server = builder == os.getppid()
    print(squares[99], "built here:", by_me, "by server:", by_server)


if __name__ == "__main__":
    context = get_context("forkserver")
    for _ in range(2):
        process = context.Process(target=report)
        process.start()
        process.join()
