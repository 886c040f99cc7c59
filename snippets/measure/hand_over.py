# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# until\ a\ worker\ has\ the\ numbers,\ ms,\ 9\ times\ each\n
# way\ +bytes\ +lowest\ +median\ +highest\n
# ((sent|copied|there)\ +(1|10|100|1000|10000)000
#  (\ +\d{1,5}\.\d{3}){3}\n){15}
# '''
# runs = 2
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time how a worker gets an array: sent, copied, or already there."""

from array import array
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory
from statistics import median
from time import perf_counter

SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
TIMES = 9


def last_of_message(orders, answer):
    """Receive arrays; answer each by its last number."""
    while numbers := orders.recv():
        answer.send(numbers[-1])


def last_in_block(orders, answer, block):
    """Answer each size by the last number up to there in the block."""
    with block.buf.cast("q") as numbers:
        while size := orders.recv():
            answer.send(numbers[size // 8 - 1])


def report(name, work, send, *more):
    orders, order = Pipe(duplex=False)
    answers, answer = Pipe(duplex=False)
    worker = Process(target=work, args=(orders, answer, *more))
    worker.start()
    for size in SIZES:
        data = array("q", range(size // 8))
        send(order, data)  # the first one also prepares things
        assert answers.recv() == data[-1]
        times = []
        for _ in range(TIMES):
            began = perf_counter()
            send(order, data)
            assert answers.recv() == data[-1]
            times.append(1000 * (perf_counter() - began))
        numbers = min(times), median(times), max(times)
        row = "".join(f"{ms:9.3f}" for ms in numbers)
        print(f"{name:9}{size:10}{row}")
    order.send(0)
    worker.join()


def send_all(order, data):
    order.send(data)


def tell_size(order, data):
    order.send(len(data) * 8)


if __name__ == "__main__":
    print(f"until a worker has the numbers, ms, {TIMES} times each")
    print("way          bytes   lowest   median  highest")
    report("sent", last_of_message, send_all)
    block = SharedMemory(create=True, size=max(SIZES))
    with block.buf.cast("q") as numbers:

        def copy(order, data):
            numbers[: len(data)] = memoryview(data)
            tell_size(order, data)

        report("copied", last_in_block, copy, block)
        report("there", last_in_block, tell_size, block)
    block.close()
    block.unlink()
