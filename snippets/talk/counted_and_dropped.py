# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Put a task that cannot be pickled; join() waits for it forever."""

from multiprocessing import JoinableQueue
from threading import Thread

if __name__ == "__main__":
    tasks = JoinableQueue()
    tasks.put(lambda: "tea")  # dropped by the feeder thread
    tasks.put("cake")
    print("got", tasks.get(), flush=True)
    tasks.task_done()

    joining = Thread(target=tasks.join)
    joining.start()
    joining.join(timeout=0.5)
    print(
        "every task got is done; join() is back:",
        not joining.is_alive(),
    )

    tasks.task_done()  # for the one that never arrived
    joining.join()
    print("after one more task_done(), it is back")
