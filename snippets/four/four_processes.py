# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Start four processes; each prints its own number."""

from multiprocessing import Process


def print_number(number):
    print(f"Process {number}: {number}")


if __name__ == "__main__":
    processes = [
        Process(target=print_number, args=(number,))
        for number in [1, 2, 3, 4]
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
