"""Share records: a C structure alone, and an array of them."""

from ctypes import Structure, c_double, c_int
from multiprocessing import Process
from multiprocessing.sharedctypes import Array, Value


class Sample(Structure):
    _fields_ = [("number", c_int), ("level", c_double)]


def smooth(last, samples):
    with samples.get_lock():
        for sample in samples:
            sample.level /= 2
        sample = samples[-1]
    with last.get_lock():  # both fields at once
        last.number, last.level = sample.number, sample.level


def fields(record):
    return record.number, record.level


if __name__ == "__main__":
    last = Value(Sample, 0, 0.5)
    samples = Array(Sample, [(1, 4.0), (2, 9.0)], lock=True)
    process = Process(target=smooth, args=(last, samples))
    process.start()
    process.join()
    print([fields(sample) for sample in samples])
    print(type(last).__name__, *fields(last))
    print(type(last.get_obj()).__name__, *fields(last.get_obj()))
