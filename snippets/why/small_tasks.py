# /// script
# [tool.snippet]
# output = "pattern"
# alone = true
# matches = '''the last call gives: 1998
# 1000 calls in a loop: \d{1,3}\.\d{3} ms
# 1 call in a process:  \d{1,4}\.\d{3} ms
# the loop was faster:  True
# '''
# ///
"""A thousand small calls take less time than one process."""

from multiprocessing import Process
from time import perf_counter

CALLS = 1000


def double(number):
    return 2 * number


def calls():
    return [double(number) for number in range(CALLS)]


def process():
    worker = Process(target=double, args=(1,))
    worker.start()
    worker.join()


def shortest(action):
    """Run the action five times; return the least seconds taken."""
    seconds = []
    for _ in range(5):
        began = perf_counter()
        action()
        seconds.append(perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    loop, one = shortest(calls), shortest(process)
    print("the last call gives:", calls()[-1])
    print(f"{CALLS} calls in a loop: {1000 * loop:.3f} ms")
    print(f"1 call in a process:  {1000 * one:.3f} ms")
    print("the loop was faster: ", loop < one)
