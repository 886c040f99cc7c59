# /// script
# [tool.snippet]
# output = "pattern"
# alone = true
# matches = """4 waits of 0.2 s each
# in turn:     (0\\.[89]|[1-9]\\d?\\.\\d)\\d s
# 4 threads:   (0\\.[2-9]|[1-9]\\d?\\.\\d)\\d s
# asyncio:     (0\\.[2-9]|[1-9]\\d?\\.\\d)\\d s
# 4 processes: (0\\.[2-9]|[1-9]\\d?\\.\\d)\\d s
# the threads waited at once:       True
# the asyncio tasks waited at once: True
# """
# ///
"""Wait 0.2 s four times: in turn, and at once in three ways."""

import asyncio
from multiprocessing import Process
from threading import Thread
from time import perf_counter, sleep

WAITS = [0.2] * 4  # each stands for an answer from the network


def in_turn():
    for seconds in WAITS:
        sleep(seconds)


def in_workers(kind):
    workers = [kind(target=sleep, args=(wait,)) for wait in WAITS]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


async def in_tasks():
    await asyncio.gather(*map(asyncio.sleep, WAITS))


def seconds_for(action, *arguments):
    began = perf_counter()
    action(*arguments)
    return perf_counter() - began


if __name__ == "__main__":
    turn = seconds_for(in_turn)
    threads = seconds_for(in_workers, Thread)
    tasks = seconds_for(asyncio.run, in_tasks())
    processes = seconds_for(in_workers, Process)
    print(f"{len(WAITS)} waits of {WAITS[0]} s each")
    print(f"in turn:     {turn:.2f} s")
    print(f"4 threads:   {threads:.2f} s")
    print(f"asyncio:     {tasks:.2f} s")
    print(f"4 processes: {processes:.2f} s")
    print("the threads waited at once:      ", threads < sum(WAITS))
    print("the asyncio tasks waited at once:", tasks < sum(WAITS))
