# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Print only once four processes are alive at the same time."""

from multiprocessing import Barrier, Process


def print_number(number, meeting):
    if meeting.wait() == 0:  # each of the four gets another number
        print("All four are alive.")
    print(f"Process {number}: {number}")


if __name__ == "__main__":
    meeting = Barrier(4)
    processes = [
        Process(target=print_number, args=(number, meeting))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
