# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Put something that cannot be pickled: put() raises nothing."""

from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    queue.put("before")
    queue.put(lambda: "never arrives")
    print("put() raised nothing")
    queue.put("after")
    print("received:", queue.get())
    print("received:", queue.get())
