# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# platforms = ["Linux"]
# child-exits = [-11]
# timeout = 30
# ///
"""Use an array after its block was closed; or let close() refuse."""

from multiprocessing import Process
from multiprocessing.shared_memory import SharedMemory

import numpy

SIZE = 8_000_000


def use_after_close(block):
    array = numpy.ndarray(SIZE // 8, buffer=block.buf)
    block.close()
    print("closed, with an array in use", flush=True)
    print(array.sum())


def close_refuses(block):
    array = numpy.frombuffer(block.buf)
    try:
        block.close()
    except BufferError as error:
        print("BufferError:", error)
    print("the array is intact:", array.sum())
    del array
    block.close()


if __name__ == "__main__":
    block = SharedMemory(create=True, size=SIZE)
    for target in use_after_close, close_refuses:
        process = Process(target=target, args=(block,))
        process.start()
        process.join()
        print(f"{target.__name__}: exit code {process.exitcode}")
    block.close()
    block.unlink()
