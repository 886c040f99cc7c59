"""Four processes, two permits: each meets one other one inside."""

from multiprocessing import Array, Barrier, Process, Semaphore
from time import sleep


def visit(permits, pair, inside):
    with permits:
        with inside.get_lock():
            now = inside[0] + 1
            sleep(0.05)  # nobody else comes between
            inside[:] = now, max(now, inside[1])  # now, at most
        pair.wait()  # until two are inside
        sleep(0.2)  # nobody else comes
        with inside.get_lock():
            inside[0] -= 1


if __name__ == "__main__":
    permits, pair = Semaphore(2), Barrier(2)
    inside = Array("i", 2)
    processes = [
        Process(target=visit, args=(permits, pair, inside))
        for _ in range(4)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("inside at most:", inside[1])
    print("inside now:", inside[0])
