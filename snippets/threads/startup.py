# /// script
# [tool.snippet]
# output = "pattern"
# alone = true
# matches = '''thread:  \d{1,3}\.\d{3} ms
# process: \d{1,4}\.\d{3} ms
# the thread was faster: True
# '''
# ///
"""Start and join an empty thread, then an empty process."""

from multiprocessing import Process
from threading import Thread
from time import perf_counter


def nothing():
    pass


def shortest(kind, times):
    """Return the least time that a start and a join took."""
    seconds = []
    for _ in range(times):
        began = perf_counter()
        worker = kind(target=nothing)
        worker.start()
        worker.join()
        seconds.append(perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    thread, process = shortest(Thread, 30), shortest(Process, 4)
    print(f"thread:  {1000 * thread:.3f} ms")
    print(f"process: {1000 * process:.3f} ms")
    print("the thread was faster:", thread < process)
