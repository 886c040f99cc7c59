# /// script
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Windows"]
# leaves = ["thread"]
# ///
"""Fill a JoinableQueue to its limit, empty it, and leave it."""

from multiprocessing import JoinableQueue
from queue import Empty, Full

if __name__ == "__main__":
    tasks = JoinableQueue(maxsize=2)
    print("empty:", tasks.empty())
    tasks.put("tea", block=True, timeout=10)
    tasks.put_nowait("cake")
    print("tasks:", tasks.qsize(), "full:", tasks.full())
    try:
        tasks.put("bread", timeout=0.1)
    except Full:
        print("no room for bread")

    print(tasks.get(block=True, timeout=10))
    print(tasks.get(timeout=10))
    try:
        tasks.get_nowait()
    except Empty:
        print("nothing left to get")
    for _ in range(2):
        tasks.task_done()
    tasks.join()
    print("all tasks are done")
    tasks.close()
    tasks.join_thread()

    unread = JoinableQueue()
    unread.put(bytes(1_000_000))  # more than its pipe can hold
    unread.close()
    unread.cancel_join_thread()  # or the program would not end
    print("left with a task that nobody took")
