# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# ///
"""Compare what is pickled for a task: an array, a block, a file."""

import pickle
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy


def describe(what, thing):
    sent = len(pickle.dumps(thing))
    size = "less than 1 kB" if sent < 1_000 else f"{sent / 1e6:.0f} MB"
    print(f"{what}: {size}")


if __name__ == "__main__":
    array = numpy.zeros(1_000_000)
    describe("an array of a million numbers", array)
    describe("its first half", array[:500_000])

    block = SharedMemory(create=True, size=array.nbytes)
    shared = numpy.ndarray(array.shape, array.dtype, buffer=block.buf)
    describe("an array in shared memory", shared)  # its numbers!
    describe("its block, shape and dtype", (block, shared.shape, "f8"))
    del shared
    block.close()
    block.unlink()

    with TemporaryDirectory() as folder:
        file = Path(folder, "array.npy")
        numpy.save(file, array)
        mapped = numpy.load(file, mmap_mode="r")
        describe("a memory-mapped array", mapped)  # its numbers!
        describe("the path of its file", file)
        del mapped
