"""Look for the parent's second thread and open file in the child."""

import os
import tempfile
from multiprocessing import Process
from threading import Event, Thread, active_count


def is_open(descriptor, file_number):
    try:
        return os.fstat(descriptor).st_ino == file_number
    except OSError:
        return False


def report(who, descriptor, file_number):
    print(f"threads of the {who}: {active_count()},", end=" ")
    print("the file is open:", is_open(descriptor, file_number))


if __name__ == "__main__":
    stop = Event()
    thread = Thread(target=stop.wait)
    thread.start()
    with tempfile.TemporaryFile() as file:
        descriptor = file.fileno()
        number = os.fstat(descriptor).st_ino
        report("parent", descriptor, number)
        arguments = ("child", descriptor, number)
        process = Process(target=report, args=arguments)
        process.start()
        process.join()
    stop.set()
    thread.join()
