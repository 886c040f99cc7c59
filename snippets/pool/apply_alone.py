"""Let two tasks meet at a barrier, if they run at the same time."""

from multiprocessing import Barrier, Pool
from threading import BrokenBarrierError

shared = {}


def share(barrier):
    shared["meeting point"] = barrier


def meet(name, patience):
    try:
        shared["meeting point"].wait(patience)
    except BrokenBarrierError:
        return f"{name} was alone"
    return f"{name} met the other one"


if __name__ == "__main__":
    barrier = Barrier(2)
    with Pool(2, initializer=share, initargs=(barrier,)) as pool:
        print("apply")
        for name in ["first", "second"]:
            print("   ", pool.apply(meet, (name, 0.1)))
            barrier.reset()
        print("apply_async")
        pending = [
            pool.apply_async(meet, (name, None))
            for name in ["first", "second"]
        ]
        for result in pending:
            print("   ", result.get())
