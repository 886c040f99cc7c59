# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Wait at a barrier for somebody who never comes."""

from multiprocessing import Barrier
from threading import BrokenBarrierError


def try_it(barrier, timeout=None):
    try:
        barrier.wait(timeout)
    except BrokenBarrierError as error:
        print(f"{error!r}, broken: {barrier.broken}")


if __name__ == "__main__":
    barrier = Barrier(parties=2, action=None, timeout=0.2)
    print("broken:", barrier.broken)
    try_it(barrier)  # waits for 0.2 seconds, the default
    try_it(barrier, timeout=600)  # does not wait at all
    barrier.reset()
    print("after reset(), broken:", barrier.broken)
    try_it(barrier, timeout=0.1)
