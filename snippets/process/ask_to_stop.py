"""Ask a process to stop: it looks at an Event between two files."""

import time
from multiprocessing import Event, Process


def work(busy, stop):
    opened = closed = 0
    while not stop.is_set():
        opened += 1
        busy.set()
        time.sleep(0.1)  # convert the file
        closed += 1
    print("a file was opened:", opened > 0)
    print("every file that was opened is closed:", opened == closed)


if __name__ == "__main__":
    busy, stop = Event(), Event()
    process = Process(target=work, args=(busy, stop))
    process.start()
    busy.wait()
    stop.set()
    process.join()
    print("exit code", process.exitcode)
