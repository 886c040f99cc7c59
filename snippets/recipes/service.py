# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# timeout = 30
# ///
"""Stop a service by Ctrl-C or SIGTERM: each job begun is finished."""

import os
import signal
import time
from multiprocessing import Event, Process, Semaphore, SimpleQueue


def work(stop, ready, report):
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    begun = finished = 0
    while not stop.wait(0.05):  # take your next job
        begun += 1
        if begun == 1:
            ready.release()  # at work
        time.sleep(0.01)
        finished += 1
    report.put(begun == finished)


def interrupt(signal_number, frame):
    raise KeyboardInterrupt


if __name__ == "__main__":
    stop, ready, report = Event(), Semaphore(0), SimpleQueue()
    workers = [
        Process(target=work, args=(stop, ready, report))
        for _ in range(2)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        print("a worker is at work:", ready.acquire())
    signal.signal(signal.SIGTERM, interrupt)  # kill, docker stop
    print("running; press Ctrl-C to stop")
    try:
        os.killpg(0, signal.SIGINT)  # here the program does it itself
        while True:
            time.sleep(0.1)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        print("stopping")
        stop.set()
    for worker in workers:
        worker.join()
        print("all jobs finished:", report.get())
    print("exit codes:", *(worker.exitcode for worker in workers))
