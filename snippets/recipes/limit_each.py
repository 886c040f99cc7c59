# /// script
# [tool.snippet]
# child-exits = [3, -15]
# timeout = 30
# ///
"""Run tasks two at a time, end those that overrun their limits."""

import os
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def render(page):
    if page == "endless":
        time.sleep(3600)
    if page == "crash":
        os._exit(3)
    if page == "empty":
        raise ValueError("no text")
    return f"{page}.html"


def answer(sender, function, item):
    sender.send(None)  # started: the limit counts from here
    try:
        sender.send((function(item), None))
    except Exception as error:
        sender.send((None, error))


def start(function, item):
    receiver, sender = Pipe(duplex=False)
    process = Process(target=answer, args=(sender, function, item))
    process.start()
    sender.close()  # else a dead process could not be noticed
    return receiver, process


def run_all(function, limits, at_once=2):
    """Yield (item, result, error) of each task when it has ended."""
    waiting, running = list(limits), {}
    while waiting or running:
        while waiting and len(running) < at_once:
            item = waiting.pop(0)
            receiver, process = start(function, item)
            running[receiver] = item, process, 0.0
        ends = [end for *_, end in running.values() if end]
        pause = max(0, min(ends) - time.monotonic()) if ends else None
        ready = wait(running, pause)
        for receiver in list(running):
            item, process, end = running[receiver]
            if receiver in ready:
                try:
                    message = receiver.recv()
                except (EOFError, OSError):
                    message = None, ChildProcessError("it died")
                if message is None:
                    end = time.monotonic() + limits[item]
                    running[receiver] = item, process, end
                    continue
                result, error = message
            elif end and time.monotonic() >= end:
                process.terminate()
                late = f"{limits[item]} s are over"
                result, error = None, TimeoutError(late)
            else:
                continue
            del running[receiver]
            receiver.close()
            process.join()
            yield item, result, error


if __name__ == "__main__":
    limits = {
        "home": 60,
        "endless": 0.5,
        "crash": 60,
        "empty": 60,
        "news": 60,
    }
    ended = {item: rest for item, *rest in run_all(render, limits)}
    for item in limits:
        print(item, *ended[item])
