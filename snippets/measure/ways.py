# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# time\ compared\ with\ serial,\ %,\ 11\ times\ each\n
# way\ +work\ +lowest\ +median\ +highest\n
# (
#  ((serial|threads|free-threaded|processes|interpreters|asyncio)
#  \ +(computing|waiting)(\ +\d{1,5}\.\d){3}\n){2}
# ){4,5}
# '''
# runs = 2
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Do the same computing and the same waiting, in every way."""

import asyncio
import sys
from concurrent import futures
from contextlib import ExitStack
from statistics import median
from time import perf_counter, sleep

TASKS, TIMES = 4, 11
KINDS = "computing", "waiting"
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def compute(number):
    return sum(i * i % 7 for i in range(200_000 + number))


def wait(number):
    sleep(0.1)
    return number


async def compute_in_turn(number):
    return compute(number)


async def wait_meanwhile(number):
    await asyncio.sleep(0.1)
    return number


def by_asyncio(work):
    async def gather():
        await asyncio.gather(*map(work, range(TASKS)))

    return lambda: asyncio.run(gather())


def by_map(map_, work):
    return lambda: list(map_(work, range(TASKS)))


def seconds(do_all):
    began = perf_counter()
    do_all()
    return perf_counter() - began


def all_ways(stack):
    """Give what does the computing and the waiting, by way."""
    pools = {
        "threads"
        if GIL
        else "free-threaded": futures.ThreadPoolExecutor,
        "processes": futures.ProcessPoolExecutor,
    }
    if sys.version_info >= (3, 14):
        pools["interpreters"] = futures.InterpreterPoolExecutor
    ways = {"serial": (by_map(map, compute), by_map(map, wait))}
    for way, executor_type in pools.items():
        pool = stack.enter_context(executor_type(TASKS))
        ways[way] = by_map(pool.map, compute), by_map(pool.map, wait)
    ways["asyncio"] = (
        by_asyncio(compute_in_turn),
        by_asyncio(wait_meanwhile),
    )
    return ways


if __name__ == "__main__":
    print(f"time compared with serial, %, {TIMES} times each")
    print("way           work         lowest   median  highest")
    with ExitStack() as stack:
        ways = all_ways(stack)
        times = {}
        for number in range(TIMES + 1):
            for way, works in ways.items():
                for kind, do_all in zip(KINDS, works, strict=True):
                    each = times.setdefault((way, kind), [])
                    took = seconds(do_all)
                    if number:  # the first round starts the workers
                        each.append(took)
    for (way, kind), each in times.items():
        unit = min(times["serial", kind]) / 100
        row = min(each), median(each), max(each)
        shares = "".join(f"{took / unit:9.1f}" for took in row)
        print(f"{way:14}{kind:10}{shares}")
