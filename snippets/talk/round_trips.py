# /// script
# [tool.snippet]
# output = "pattern"
# masks = { time = '\b[1-9]\d{0,5} µs' }
# start-methods = []
# alone = true
# ///
"""Time short messages there and back: by pipe and by two queues."""

from multiprocessing import Pipe, Process, Queue, SimpleQueue
from statistics import median
from time import perf_counter

TIMES = 300


def echo(receive, send):
    for message in iter(receive, None):
        send(message)


def measure(name, send, receive, their_receive, their_send):
    process = Process(target=echo, args=(their_receive, their_send))
    process.start()
    times = []
    for _ in range(TIMES):
        began = perf_counter()
        send(b"tea")
        receive()
        times.append(1_000_000 * (perf_counter() - began))
    send(None)
    process.join()
    print(f"{name}: {median(times):.0f} µs there and back")


if __name__ == "__main__":
    print(f"median of {TIMES} messages")
    mine, theirs = Pipe()
    measure("Pipe()", mine.send, mine.recv, theirs.recv, theirs.send)
    (into, out), (back_into, back) = Pipe(False), Pipe(False)
    measure(
        "2 x Pipe(False)",
        out.send,
        back_into.recv,
        into.recv,
        back.send,
    )
    for kind in SimpleQueue, Queue:
        one, two = kind(), kind()
        measure(
            f"2 x {kind.__name__}", one.put, two.get, one.get, two.put
        )
