# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Two wait for a third one, which fails: nobody waits for ever."""

import time
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def prepare(name):
    if name == "third":
        raise OSError("disk full")


def work(name, everyone):
    try:
        prepare(name)
        everyone.wait()
        print(f"{name} goes on")
    except BrokenBarrierError:
        print(f"{name} gives up")
    except OSError as error:
        while everyone.n_waiting < everyone.parties - 1:
            time.sleep(0.01)  # so that you see them wait
        print(f"{name} fails: {error}; {everyone.n_waiting} wait")
        everyone.abort()


if __name__ == "__main__":
    everyone = Barrier(3)
    processes = [
        Process(target=work, args=(name, everyone))
        for name in ("first", "second", "third")
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("broken:", everyone.broken)
