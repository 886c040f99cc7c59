# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 30
# ///
"""Two processes compute the halves of one NumPy array, in place."""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

SHAPE, DTYPE = (2, 500_000), numpy.float64


def as_array(block):
    """Look at the block's memory as an array; nothing is copied."""
    return numpy.ndarray(SHAPE, DTYPE, buffer=block.buf)


def take_roots(block, row):
    array = as_array(block)
    numpy.sqrt(array[row], out=array[row])
    del array  # before the memory goes
    block.close()


if __name__ == "__main__":
    size = numpy.prod(SHAPE) * numpy.dtype(DTYPE).itemsize
    block = SharedMemory(create=True, size=int(size))
    array = as_array(block)
    array[0], array[1] = 4, 9
    processes = [
        Process(target=take_roots, args=(block, row)) for row in (0, 1)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("rows:", array[0, 0], array[1, 0])
    print("all of them:", array.sum() == 500_000 * (2 + 3))
    del array
    block.close()
    block.unlink()
