# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# numbers\ on\ their\ way,\ ms,\ 7\ times\ each\n
# kind\ +step\ +lowest\ +median\ +highest\n
# ((array|list|tuples|dict)\ +(pickle|pipe|unpickle)
#  (\ +\d{1,5}\.\d\d){3}\n){12}
# '''
# runs = 2
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time many numbers on their way, in several kinds of object."""

import pickle
from array import array
from itertools import pairwise
from multiprocessing import Pipe, Process
from statistics import median
from time import perf_counter

NUMBERS = range(1_000_000, 1_200_000)
TIMES = 7
KINDS = {
    "array": lambda: array("q", NUMBERS),
    "list": lambda: list(NUMBERS),
    "tuples": lambda: [(n, n + 1) for n in NUMBERS[::2]],
    "dict": lambda: {n: n + 1 for n in NUMBERS[::2]},
}
STEPS = "pickle", "pipe", "unpickle"


def confirm(receive, answer):
    while message := receive():
        answer.send(len(message))


def steps(data, into, answers):
    """Return the milliseconds of pickling, sending and unpickling."""
    times = [perf_counter()]
    message = pickle.dumps(data)
    times.append(perf_counter())
    into.send_bytes(message)
    assert answers.recv() == len(message)
    times.append(perf_counter())
    copy = pickle.loads(message)
    times.append(perf_counter())
    assert copy == data
    return [1000 * (b - a) for a, b in pairwise(times)]


if __name__ == "__main__":
    print(f"numbers on their way, ms, {TIMES} times each")
    print("kind      step        lowest   median  highest")
    out, into = Pipe(duplex=False)
    answers, answer = Pipe(duplex=False)
    process = Process(target=confirm, args=(out.recv_bytes, answer))
    process.start()
    for kind, make in KINDS.items():
        data = make()
        steps(data, into, answers)  # the first also prepares things
        found = [steps(data, into, answers) for _ in range(TIMES)]
        for step, times in zip(STEPS, zip(*found)):
            numbers = min(times), median(times), max(times)
            row = "".join(f"{ms:9.2f}" for ms in numbers)
            print(f"{kind:10}{step:9}{row}")
    into.send_bytes(b"")
    process.join()
