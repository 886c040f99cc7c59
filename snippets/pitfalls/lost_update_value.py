# /// script
# [tool.snippet]
# output = "pattern"
#
# [tool.snippet.masks]
# fewer = '(?<=counted: )(?!200000\b)\d+'
# ///
"""Two processes add to one Value; some additions are lost."""

from multiprocessing import Barrier, Process, Value

VISITS = 100_000


def count(counter, start):
    start.wait()
    for _ in range(VISITS):
        counter.value += 1


if __name__ == "__main__":
    counter, start = Value("i", 0), Barrier(2)
    processes = [
        Process(target=count, args=(counter, start)) for _ in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("expected:", 2 * VISITS)
    print("counted:", counter.value)
