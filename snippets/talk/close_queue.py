# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Close a queue and wait until the feeder has written everything."""

from multiprocessing import Process, Queue


def read(queue):
    print("child read:", queue.get(), queue.get(), flush=True)


def leave(queue):
    queue.put(bytes(1_000_000))  # more than a pipe holds
    queue.cancel_join_thread()


if __name__ == "__main__":
    queue = Queue()
    reader = Process(target=read, args=(queue,))
    reader.start()
    queue.put("first")
    queue.put("last")
    queue.close()
    queue.join_thread()
    reader.join()
    try:
        queue.put("too late")
    except ValueError as error:
        print(f"ValueError: {error}")

    unread = Queue()
    leaver = Process(target=leave, args=(unread,))
    leaver.start()
    leaver.join()
    print("left without its data, exit code", leaver.exitcode)
