"""Wait for a while, look for a moment, and wait without a limit."""

from multiprocessing import Event, Process
from multiprocessing.connection import wait


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    may_end = Event()
    processes = [
        Process(target=work, args=(may_end,)) for _ in range(2)
    ]
    for process in processes:
        process.start()
    sentinels = [process.sentinel for process in processes]

    print("ended within 0.2 s:", len(wait(sentinels, timeout=0.2)))
    print("ended by now:", len(wait(sentinels, timeout=0)))
    may_end.set()
    print("at least one has ended:", len(wait(sentinels)) >= 1)
    for process in processes:
        process.join()
    print("exit codes:", [process.exitcode for process in processes])
