# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# since\ start\(\)\ was\ called,\ ms,\ 9\ times\ each\n
# worker\ +until\ +lowest\ +median\ +highest\n
# (thread
#  \ +(start\(\)|running|join\(\))(\ +\d{1,5}\.\d{3}){3}\n){3}
# (((fork|forkserver|spawn)
#  \ +(start\(\)|running|join\(\))(\ +\d{1,5}\.\d{3}){3}\n){3}){1,3}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time until start() returns, the target runs, join() returns."""

from multiprocessing import Pipe, get_all_start_methods, get_context
from statistics import median
from threading import Thread
from time import perf_counter

TIMES = 9
STEPS = "start()", "running", "join()"


def process_class(method):
    return get_context(method).Process


def tell(answer):
    answer.send(None)


def steps(new_worker):
    """Return the milliseconds until each step is reached."""
    told, answer = Pipe(duplex=False)
    with told, answer:
        worker = new_worker(target=tell, args=(answer,))
        began = perf_counter()
        worker.start()
        started = perf_counter()
        told.recv()
        running = perf_counter()
        worker.join()
        joined = perf_counter()
    ends = started, running, joined
    return [1000 * (end - began) for end in ends]


def report(name, new_worker):
    steps(new_worker)  # the first start also prepares things
    times = zip(*[steps(new_worker) for _ in range(TIMES)])
    for step, each in zip(STEPS, times):
        numbers = min(each), median(each), max(each)
        row = "".join(f"{ms:9.3f}" for ms in numbers)
        print(f"{name:12}{step:9}{row}")


if __name__ == "__main__":
    print(f"since start() was called, ms, {TIMES} times each")
    print("worker      until       lowest   median  highest")
    report("thread", Thread)
    for method in sorted(get_all_start_methods()):
        report(method, process_class(method))
