# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Put a megabyte that nobody reads: which kinds of put() wait?"""

from multiprocessing import JoinableQueue, Queue, SimpleQueue
from threading import Thread

if __name__ == "__main__":
    for kind in Queue, JoinableQueue, SimpleQueue:
        queue = kind()
        put = Thread(target=queue.put, args=(bytes(1_000_000),))
        put.start()
        put.join(timeout=2)
        waits = put.is_alive()
        print(f"{kind.__name__}: put() waits for a reader: {waits}")
        queue.get()
        put.join()
