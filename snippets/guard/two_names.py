"""Print a class in the parent and in the child, and send one home."""

from multiprocessing import Process, SimpleQueue


class Point:
    pass


def make_point(results):
    print("in the child: ", Point)
    results.put(Point())


if __name__ == "__main__":
    print("in the parent:", Point)
    results = SimpleQueue()
    process = Process(target=make_point, args=(results,))
    process.start()
    point = results.get()
    process.join()
    print("what arrived is a Point:", isinstance(point, Point))
