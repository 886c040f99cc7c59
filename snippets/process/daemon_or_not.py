# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""End a program that has two children; only one is a daemon."""

import time
from multiprocessing import Event, Pipe, Process


def clock(ticking):
    ticking.set()
    time.sleep(600)
    print("never printed: a daemon is not waited for")


def save(parent_done):
    parent_done.recv()
    print("saved: an ordinary child is waited for")


if __name__ == "__main__":
    ticking = Event()
    parent_done, announce = Pipe(duplex=False)
    Process(target=clock, args=(ticking,), daemon=True).start()
    Process(target=save, args=(parent_done,)).start()
    ticking.wait()
    print("the last line of the parent's program", flush=True)
    announce.send("done")
