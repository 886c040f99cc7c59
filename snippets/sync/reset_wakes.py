# /// script
# [tool.snippet]
# output = "per-process"
# ///
"""Reset a barrier while a process waits there; then use it again."""

import time
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def wait_twice(meeting):
    for time_ in "first", "second":
        try:
            meeting.wait()
            print(f"{time_} time: met")
        except BrokenBarrierError:
            print(f"{time_} time: sent away")


if __name__ == "__main__":
    meeting = Barrier(2)
    process = Process(target=wait_twice, args=(meeting,))
    process.start()
    while not meeting.n_waiting:
        time.sleep(0.01)
    meeting.reset()
    print("broken:", meeting.broken)
    meeting.wait()
    process.join()
