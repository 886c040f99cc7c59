# /// script
# [tool.snippet]
# child-exits = [1, 3, -15]
# ///
"""End four processes in four ways and read their exit codes."""

import sys
import time
from multiprocessing import Event, Process


def return_a_value():
    return 42


def leave_with_a_status():
    sys.exit(3)


def raise_an_error():
    raise ValueError("nobody catches this")


def wait_to_be_ended(ready):
    ready.set()
    time.sleep(60)


if __name__ == "__main__":
    for target in (
        return_a_value,
        leave_with_a_status,
        raise_an_error,
    ):
        process = Process(target=target)
        process.start()
        process.join()
        print(f"{target.__name__}: exit code {process.exitcode}")

    ready = Event()
    process = Process(target=wait_to_be_ended, args=(ready,))
    process.start()
    ready.wait()
    process.terminate()
    process.join()
    print(f"terminated by the parent: exit code {process.exitcode}")
