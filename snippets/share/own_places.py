"""Fill an array without a lock: each task has places of its own."""

from multiprocessing import Array, Pool

worker = {}


def share(squares):
    worker["squares"] = squares


def fill(places):
    for place in places:
        worker["squares"][place] = place * place


if __name__ == "__main__":
    squares = Array("q", 10, lock=False)
    parts = [range(4), range(4, 8), range(8, 10)]
    with Pool(2, initializer=share, initargs=(squares,)) as pool:
        pool.map(fill, parts, chunksize=1)
    print(type(squares).__name__, squares[:])
    print("slice:", squares[2:5], "largest:", max(squares))
    with memoryview(squares).cast("B").cast("q") as view:
        print("bytes:", view.nbytes, "last number:", view[9])
