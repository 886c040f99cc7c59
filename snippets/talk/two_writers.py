# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Let two processes write into one end of a pipe, then by a lock."""

from contextlib import nullcontext
from multiprocessing import Barrier, Lock, Pipe, Process

SIZE, TIMES = 1_000_000, 10
MESSAGES = {letter * SIZE for letter in (b"a", b"b")}


def write(message, sender, barrier, lock):
    barrier.wait()  # until the other one is here as well
    for _ in range(TIMES):
        with lock or nullcontext():
            sender.send_bytes(message)


def count_whole(receiver):
    whole = 0
    try:
        while True:
            whole += receiver.recv_bytes() in MESSAGES
    except (EOFError, OSError):
        return whole


def run(lock):
    receiver, sender = Pipe(duplex=False)
    barrier = Barrier(2)
    processes = [
        Process(target=write, args=(message, sender, barrier, lock))
        for message in MESSAGES
    ]
    for process in processes:
        process.start()
    sender.close()
    whole = count_whole(receiver)
    for process in processes:
        process.join()
    return whole == 2 * TIMES


if __name__ == "__main__":
    # Up to fifty attempts: it takes two that write at once.
    mixed = not all(run(None) for attempt in range(50))
    print("without a lock, messages were mixed:", mixed)
    print("with a lock, all messages are whole:", run(Lock()))
