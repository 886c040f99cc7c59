# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# platforms = ["Linux", "Windows"]
# ///
"""Take permits, look how many are left, and give them back."""

from multiprocessing import Semaphore


def report(what):
    left = permits.get_value()
    print(f"{what:<24}left: {left}  locked: {permits.locked()}")


if __name__ == "__main__":
    permits = Semaphore(value=2)
    report("at first")
    report(f"acquire(): {permits.acquire()}")
    report(f"acquire(): {permits.acquire()}")
    report(f"block=False: {permits.acquire(block=False)}")
    report(f"timeout=0.1: {permits.acquire(timeout=0.1)}")
    permits.release()
    report("release()")
    with permits:
        report("inside with")
    report("after it")
