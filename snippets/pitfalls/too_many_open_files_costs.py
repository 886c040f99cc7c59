# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Count the file descriptors that each object keeps open."""

import multiprocessing as mp
import os
from multiprocessing.shared_memory import SharedMemory


def open_files():
    return len(os.listdir("/proc/self/fd"))


def started_process():
    process = mp.Process(target=int)
    process.start()
    return process


def joined_process():
    process = started_process()
    process.join()
    return process


def closed_process():
    process = joined_process()
    process.close()
    return process


def report(name, make):
    before = open_files()
    kept = make()
    print(f"{name:17}", open_files() - before)
    return kept


if __name__ == "__main__":
    closed_process()
    SharedMemory(None, True, 1).unlink()  # starts helpers, once
    everything = [
        report("Pipe", mp.Pipe),
        report("Queue", mp.Queue),
        report("Lock", mp.Lock),
        report("Event", mp.Event),
        report("Process, started", started_process),
        report("Process, joined", joined_process),
        report("Process, closed", closed_process),
    ]
    block = report("SharedMemory", lambda: SharedMemory(None, True, 1))
    block.close()
    block.unlink()
    everything[4].join()
