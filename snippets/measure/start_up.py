# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# start\ and\ join,\ ms,\ 7\ times\ each\n
# worker\ +lowest\ +median\ +highest\n
# thread(\ +\d{1,5}\.\d{3}){3}\n
# ((fork|forkserver|spawn)(\ +\d{1,5}\.\d{3}){3}\n)+
# (subinterpreter(\ +\d{1,5}\.\d{3}){3}\n)?
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time the start and the end of an empty process and of its rivals."""

import sys
from multiprocessing import get_all_start_methods, get_context
from statistics import median
from threading import Thread
from time import perf_counter

if sys.version_info >= (3, 14):
    from concurrent import interpreters

TIMES = 7


def nothing():
    pass


def start_and_join(worker):
    worker.start()
    worker.join()


def thread():
    start_and_join(Thread(target=nothing))


def process(method):
    start_and_join(get_context(method).Process(target=nothing))


def subinterpreter():
    interpreter = interpreters.create()
    interpreter.call(nothing)
    interpreter.close()


def report(name, function, *arguments):
    function(*arguments)  # the first start also prepares things
    times = []
    for _ in range(TIMES):
        began = perf_counter()
        function(*arguments)
        times.append(1000 * (perf_counter() - began))
    numbers = min(times), median(times), max(times)
    print(f"{name:15}" + "".join(f"{ms:9.3f}" for ms in numbers))


if __name__ == "__main__":
    print(f"start and join, ms, {TIMES} times each")
    print("worker            lowest   median  highest")
    report("thread", thread)
    for method in sorted(get_all_start_methods()):
        report(method, process, method)
    if sys.version_info >= (3, 14):
        report("subinterpreter", subinterpreter)
