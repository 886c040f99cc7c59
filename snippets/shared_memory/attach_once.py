# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 30
# ///
"""The workers of a pool attach once; a task is only a row number."""

from multiprocessing import Pool
from multiprocessing.shared_memory import SharedMemory

import numpy

worker = {}


def attach(name, shape, dtype):
    block = SharedMemory(name=name)
    array = numpy.ndarray(shape, dtype, buffer=block.buf)
    array.flags.writeable = False  # in this process
    worker.update(block=block, array=array)  # keep both


def row_mean(row):
    return float(worker["array"][row].mean())


if __name__ == "__main__":
    table = numpy.arange(4_000_000, dtype=float).reshape(4, -1)
    block = SharedMemory(create=True, size=table.nbytes)
    shared = numpy.ndarray(table.shape, table.dtype, buffer=block.buf)
    shared[:] = table  # the only copy
    how = (block.name, table.shape, table.dtype)
    with Pool(2, initializer=attach, initargs=how) as pool:
        print(pool.map(row_mean, range(4)))
    del shared
    block.close()
    block.unlink()
