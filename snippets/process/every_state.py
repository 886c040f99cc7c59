# /// script
# [tool.snippet]
# output = "pattern"
# child-exits = [3]
# masks = {parent = "(?<=parent=)\\d+", pid = "(?<=pid=)\\d+"}
# ///
"""Print a process in each state of its life: new to closed."""

import sys
from multiprocessing import Event, Process


def work(may_end):
    may_end.wait()
    sys.exit(3)


if __name__ == "__main__":
    may_end = Event()
    process = Process(target=work, args=(may_end,), name="worker")
    print(process)

    process.start()
    print(process)

    may_end.set()
    process.join()
    print(process)

    process.close()
    print(process)
