# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [-9, -15]
# ///
"""Keep the workers' Process objects; read their exit codes later."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier, active_children
from time import sleep

shared = {}


def share(barrier):
    shared["all is ready"] = barrier


def do_task(name):
    shared["all is ready"].wait()
    if name == "too much":
        os.kill(os.getpid(), signal.SIGKILL)
    sleep(3600)


if __name__ == "__main__":
    ready = Barrier(3)
    with ProcessPoolExecutor(2, None, share, (ready,)) as executor:
        tasks = ["too much", "harmless"]
        futures = [executor.submit(do_task, name) for name in tasks]
        workers = active_children()
        ready.wait()
    for future in futures:
        print(type(future.exception()).__name__)
    print("exit codes:", sorted(worker.exitcode for worker in workers))
