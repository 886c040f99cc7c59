# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# each\ of\ 3000\ numbers,\ µs,\ 7\ times\ each\n
# way\ +batch\ +lowest\ +median\ +highest\n
# ((Pipe|SimpleQueue|Queue)\ +(1|10|100|1000)
#  (\ +\d{1,5}\.\d{3}){3}\n){12}
# '''
# runs = 2
# start-methods = []
# timeout = 120
# alone = true
# ///
"""Time numbers on their way, by how many travel in one message."""

from multiprocessing import Pipe, Process, Queue, SimpleQueue
from statistics import median
from time import perf_counter

NUMBERS = 3000
BATCHES = 1, 10, 100, 1000
TIMES = 7


def add_up(receive, answer):
    """Add up whatever comes; tell the sum when all has come."""
    while True:
        total = number = 0
        while number < NUMBERS:
            batch = receive()
            if not batch:
                return
            number += len(batch)
            total += sum(batch)
        answer.send(total)


def report(name, receive, send):
    answers, answer = Pipe(duplex=False)
    process = Process(target=add_up, args=(receive, answer))
    process.start()
    total = sum(range(NUMBERS))
    for size in BATCHES:
        starts = range(0, NUMBERS, size)
        batches = [[*range(start, start + size)] for start in starts]
        times = []
        for _ in range(TIMES + 1):
            began = perf_counter()
            for batch in batches:
                send(batch)
            assert answers.recv() == total
            times.append(1e6 * (perf_counter() - began) / NUMBERS)
        times.pop(0)  # the first round also prepares things
        numbers = min(times), median(times), max(times)
        row = "".join(f"{us:9.3f}" for us in numbers)
        print(f"{name:13}{size:8}{row}")
    send([])
    process.join()


if __name__ == "__main__":
    print(f"each of {NUMBERS} numbers, µs, {TIMES} times each")
    print("way             batch   lowest   median  highest")
    out, into = Pipe(duplex=False)
    report("Pipe", out.recv, into.send)
    simple = SimpleQueue()
    report("SimpleQueue", simple.get, simple.put)
    queue = Queue()
    report("Queue", queue.get, queue.put)
