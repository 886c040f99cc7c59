# /// script
# [tool.snippet]
# child-exits = [-9]
# ///
"""Kill a process that holds a lock: nobody releases it any more."""

import time
from multiprocessing import Event, Lock, Process


def work(lock, inside):
    with lock:
        inside.set()
        time.sleep(60)


if __name__ == "__main__":
    lock, inside = Lock(), Event()
    process = Process(target=work, args=(lock, inside))
    process.start()
    inside.wait()
    process.kill()
    process.join()
    print("exit code", process.exitcode)
    print("got the lock:", lock.acquire(timeout=0.5))
