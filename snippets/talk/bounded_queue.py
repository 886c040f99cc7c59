# /// script
# [tool.snippet]
# platforms = ["Linux", "Windows"]
# start-methods = []
# ///
"""Fill a queue of two, wait for room in it, and empty it again."""

from multiprocessing import Queue
from queue import Empty, Full

if __name__ == "__main__":
    queue = Queue(maxsize=2)
    queue.put("tea")
    queue.put_nowait("cake")
    print("size:", queue.qsize(), "full:", queue.full())

    for block, timeout in [(False, None), (True, 0.2)]:
        try:
            queue.put("bread", block=block, timeout=timeout)
        except Full:
            print(f"put, block={block}, timeout={timeout}: Full")
    try:
        queue.put_nowait("bread")
    except Full:
        print("put_nowait: Full")

    print(queue.get(), "and", queue.get(block=True, timeout=10))
    print("size:", queue.qsize(), "empty:", queue.empty())
    for block, timeout in [(False, None), (True, 0.2)]:
        try:
            queue.get(block=block, timeout=timeout)
        except Empty:
            print(f"get, block={block}, timeout={timeout}: Empty")
    try:
        queue.get_nowait()
    except Empty:
        print("get_nowait: Empty")
