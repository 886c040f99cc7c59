# /// script
# [tool.snippet]
# output = "pattern"
# child-exits = [1]
# ///
"""Give a task a deadline; the worker then says where it is."""

import faulthandler
from multiprocessing import Event, Pool, active_children
from multiprocessing.connection import wait

worker = {}


def share(event):
    worker["never"] = event


def work(task):
    faulthandler.dump_traceback_later(1, exit=True)
    worker["never"].wait()  # stands for a task that is stuck
    faulthandler.cancel_dump_traceback_later()
    return task


if __name__ == "__main__":
    with Pool(1, initializer=share, initargs=(Event(),)) as pool:
        [process] = active_children()
        result = pool.apply_async(work, ("a task",))
        wait([process.sentinel])
        print("the worker has ended; result there:", result.ready())
