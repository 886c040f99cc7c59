"""Two processes add to one Value under its lock; nothing is lost."""

from multiprocessing import Barrier, Process, Value
from time import sleep

DAYS = ["Monday", "Tuesday", "Wednesday"]


def count_visitors(day, meet):
    meet.wait()  # until the other process counts this day, too
    return 10


def add_up(total, meet):
    for day in DAYS:
        visitors = count_visitors(day, meet)
        with total.get_lock():
            before = total.value
            sleep(0.05)  # time enough for others to come between
            total.value = before + visitors


if __name__ == "__main__":
    total, meet = Value("i", 0), Barrier(2)
    processes = [
        Process(target=add_up, args=(total, meet)) for _ in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("expected:", 2 * 10 * len(DAYS))
    print("counted:", total.value)
