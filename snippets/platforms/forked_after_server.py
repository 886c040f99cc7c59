# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Start a process in the master, then others in a forked worker."""

import os
from multiprocessing import get_context


def work(who):
    print("a child of the", who, flush=True)


def try_to_start(method, who):
    process = get_context(method).Process(target=work, args=(who,))
    try:
        process.start()
        process.join()
    except ChildProcessError as error:
        print(f"{method}: ChildProcessError: {error}", flush=True)


if __name__ == "__main__":
    try_to_start("forkserver", "master")
    worker = os.fork()  # as gunicorn --preload does
    if worker == 0:
        try_to_start("forkserver", "worker")
        try_to_start("spawn", "worker")
        os._exit(0)
    os.waitpid(worker, 0)
