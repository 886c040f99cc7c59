"""Read a record while another process is in the middle of it."""

from ctypes import Structure, c_int
from multiprocessing import Barrier, Process
from multiprocessing.sharedctypes import RawValue, Value
from time import sleep


class Range(Structure):
    _fields_ = [("low", c_int), ("high", c_int)]


def move(raw, whole, step):
    raw.low = 10
    step.wait()  # the parent looks now
    step.wait()
    raw.high = 20
    with whole.get_lock():
        whole.low = 10
        step.wait()  # it looks now, too, but has to wait
        sleep(0.2)
        whole.high = 20


def report(when, record):
    print(f"{when}: {record.low} to {record.high}")


if __name__ == "__main__":
    raw, whole, step = (
        RawValue(Range, 1, 2),
        Value(Range, 1, 2),
        Barrier(2),
    )
    report("at first", raw)
    process = Process(target=move, args=(raw, whole, step))
    process.start()
    step.wait()
    report("without a lock", raw)
    step.wait()
    step.wait()
    with whole.get_lock():
        report("under its lock", whole)
    process.join()
    report("in the end", raw)
