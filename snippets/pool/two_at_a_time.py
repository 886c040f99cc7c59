"""Run six processes, never more than two of them at a time."""

import time
from multiprocessing import Process
from multiprocessing.connection import wait

LIMIT = 2


def work(number):
    time.sleep(0.1)


if __name__ == "__main__":
    running, most = [], 0
    for number in range(6):
        while len(running) == LIMIT:
            wait([process.sentinel for process in running])
            running = [each for each in running if each.is_alive()]
        process = Process(target=work, args=(number,))
        process.start()
        running.append(process)
        most = max(most, len(running))
    for process in running:
        process.join()
    print("processes started:", number + 1)
    print("running at once, at most:", most)
