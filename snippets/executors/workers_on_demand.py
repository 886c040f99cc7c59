"""Count the workers after one task, then while three tasks run."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier, active_children

shared = {}


def share(barrier):
    shared["barrier"] = barrier


def meet(guest):
    shared["barrier"].wait()
    return guest


if __name__ == "__main__":
    barrier = Barrier(3)
    with ProcessPoolExecutor(
        max_workers=3, initializer=share, initargs=(barrier,)
    ) as executor:
        futures = [executor.submit(meet, "Ann")]
        print("workers after one submit():", len(active_children()))
        for name in "Bo", "Cy":
            futures.append(executor.submit(meet, name))
        print("met:", [future.result() for future in futures])
        print("workers after that:", len(active_children()))
