# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [7, -9]
# ///
"""Notice that a process ended before it could send its result."""

import os
import signal
from multiprocessing import Pipe, Process


def work(task, sender):
    if task == "crash":
        os._exit(7)
    if task == "be killed":
        os.kill(os.getpid(), signal.SIGKILL)
    sender.send(f"{task}: done")


def start(task):
    receiver, sender = Pipe(duplex=False)
    process = Process(target=work, args=(task, sender))
    process.start()
    sender.close()
    return process, receiver


if __name__ == "__main__":
    for task in ["succeed", "crash", "be killed"]:
        process, receiver = start(task)
        try:
            print(receiver.recv())
        except (EOFError, OSError):  # OSError: it died in send()
            process.join()
            print(f"{task}: no result, exit code {process.exitcode}")
        process.join()
