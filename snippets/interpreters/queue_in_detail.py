# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Fill a queue of two, look at it from there, and empty it."""

from concurrent import interpreters


def look(queue):
    return f"queue {queue.id} holds {queue.qsize()}"


if __name__ == "__main__":
    queue = interpreters.create_queue(maxsize=2)
    print("empty:", queue.empty(), "maxsize:", queue.maxsize)
    queue.put("tea")
    queue.put({"item": "cake", "price": 3})
    interpreter = interpreters.create()
    print(interpreter.call(look, queue) == look(queue))
    print("size:", queue.qsize(), "full:", queue.full())
    try:
        queue.put_nowait("bread")
    except interpreters.QueueFull:
        print("QueueFull")
    print(queue.get())
    print(queue.get_nowait())
    try:
        queue.get(block=False)
    except interpreters.QueueEmpty:
        print("QueueEmpty")
    same = interpreters.Queue(queue.id) is queue
    print("the same one by its id:", same)
    interpreter.close()
