# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Let each worker of a server make its executor when it needs one."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache


@cache
def executor(owner):
    print(f"{owner} makes an executor", flush=True)
    return ProcessPoolExecutor(1)


def handle_request(owner, number):
    future = executor(owner).submit(pow, 2, number)
    print(f"{owner}: {future.result()}", flush=True)


if __name__ == "__main__":
    for owner in "worker 1", "worker 2":
        worker = os.fork()
        if worker == 0:
            handle_request(owner, 5)
            handle_request(owner, 6)
            executor(owner).shutdown()  # when the server ends it
            sys.exit()
        os.waitpid(worker, 0)
