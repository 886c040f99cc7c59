# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Give every argument that multiprocessing.dummy takes."""

from multiprocessing import dummy


def remember(prefix):
    global greeting
    greeting = prefix


def greet(name):
    return f"{greeting} {name}"


def put_all(queue, items, *, end):
    for item in items:
        queue.put(item)
    queue.put(end)


if __name__ == "__main__":
    with dummy.Pool(2, initializer=remember, initargs=("hi",)) as pool:
        print(pool.map(greet, ["Ada", "Ben"]))
        pool.close()
        pool.join()

    queue = dummy.Queue(maxsize=1)  # so each put() waits for a get()
    process = dummy.Process(
        group=None,
        target=put_all,
        args=(queue, [1, 2]),
        kwargs={"end": None},
    )
    process.start()
    print([queue.get() for _ in range(3)])
    process.join()

    tasks = dummy.JoinableQueue(maxsize=1)
    tasks.put("tea")
    print("full:", tasks.full())

    receiver, sender = dummy.Pipe(duplex=False)
    sender.send("cake")
    print(receiver.recv())

    # The locks are ignored: there are none in these.
    print(dummy.Value("i", 7, lock=False))
    print(dummy.Array("i", [1, 2], lock=True))
