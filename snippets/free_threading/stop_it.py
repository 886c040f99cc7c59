# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Stop a process that would compute for ever; a thread has no way."""

from multiprocessing import Event, Process
from threading import Thread


def compute_for_ever(started):
    started.set()
    while True:
        pass


if __name__ == "__main__":
    started = Event()
    process = Process(target=compute_for_ever, args=(started,))
    process.start()
    started.wait()
    process.terminate()
    process.join()
    print("exit code:", process.exitcode)
    print("Thread.terminate:", getattr(Thread, "terminate", None))
