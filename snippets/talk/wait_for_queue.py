# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Give wait() a queue, which it refuses, and then what is inside."""

from multiprocessing import Queue
from multiprocessing.connection import wait

if __name__ == "__main__":
    orders, bills = Queue(), Queue()
    try:
        wait([orders, bills])  # type: ignore
    except ValueError as error:
        print("ValueError:", str(error).partition(":")[0])

    readers = {
        queue._reader: queue  # type: ignore
        for queue in (orders, bills)
    }
    bills.put("tea: 3")
    for reader in wait(readers):
        print("received:", readers[reader].get())
