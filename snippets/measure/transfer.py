# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# to\ another\ process\ and\ confirmed,\ ms,\ 9\ times\ each\n
# way\ +bytes\ +lowest\ +median\ +highest\n
# ((Pipe|Queue|SharedMemory)\ +(1|10|100|1000|10000)000
#  (\ +\d{1,5}\.\d{3}){3}\n){15}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time bytes on their way to another process, by three ways."""

from functools import partial
from multiprocessing import Pipe, Process, Queue
from multiprocessing.shared_memory import SharedMemory
from statistics import median
from time import perf_counter

SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
TIMES = 9


def receiver(receive, answer, *arguments):
    """Fetch every message; say how long it was."""
    while size := len(receive(*arguments)):
        answer.send(size)


def write(block, tell, data):
    """Put the bytes into the block, and announce how many."""
    block.buf[: len(data)] = data
    tell.send(len(data))


def read(block, told):
    """Copy out of the block as many bytes as are announced."""
    return bytes(block.buf[: told.recv()])


def report(name, receive, arguments, send):
    """Start a receiver; time each message until it is confirmed."""
    answers, answer = Pipe(duplex=False)
    process = Process(
        target=receiver, args=(receive, answer, *arguments)
    )
    process.start()
    for size in SIZES:
        data = bytes(size)
        send(data)  # the first one also prepares things
        assert answers.recv() == size
        times = []
        for _ in range(TIMES):
            began = perf_counter()
            send(data)
            assert answers.recv() == size
            times.append(1000 * (perf_counter() - began))
        numbers = min(times), median(times), max(times)
        print(
            f"{name:<13}{size:9}"
            + "".join(f"{ms:9.3f}" for ms in numbers)
        )
    send(b"")  # the end
    process.join()


if __name__ == "__main__":
    print(f"to another process and confirmed, ms, {TIMES} times each")
    print("way              bytes   lowest   median  highest")
    out, into = Pipe(duplex=False)
    report("Pipe", out.recv_bytes, (), into.send_bytes)

    queue = Queue()
    report("Queue", queue.get, (), queue.put)

    block = SharedMemory(create=True, size=max(SIZES))
    told, tell = Pipe(duplex=False)
    write_there = partial(write, block, tell)
    report("SharedMemory", read, (block, told), write_there)
    block.close()
    block.unlink()
