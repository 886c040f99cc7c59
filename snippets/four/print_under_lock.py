# /// script
# [tool.snippet]
# output = "lines"
# env = { PYTHONUNBUFFERED = "1" }
# ///
"""Print under a lock, so that one process writes at a time."""

from multiprocessing import Lock, Process


def print_number(number, output_lock):
    with output_lock:
        print(f"Process {number}: {number}", flush=True)


if __name__ == "__main__":
    output_lock = Lock()
    processes = [
        Process(target=print_number, args=(number, output_lock))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
