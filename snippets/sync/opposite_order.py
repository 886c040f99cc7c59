# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# ///
"""Two processes take two locks in opposite order: both get stuck."""

from multiprocessing import Barrier, Lock, Process


def move(first, second, both_have_one):
    with first:
        both_have_one.wait()
        with second:
            print("moved")


if __name__ == "__main__":
    left, right = Lock(), Lock()
    both_have_one = Barrier(2)
    processes = [
        Process(target=move, args=(left, right, both_have_one)),
        Process(target=move, args=(right, left, both_have_one)),
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
