# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Two threads count a visit each; one of the visits is lost."""

from threading import Barrier, Thread

counted = {"visits": 0}
both_have_read = Barrier(2)


def visit():
    visits = counted["visits"]
    both_have_read.wait()  # neither has written yet
    counted["visits"] = visits + 1


if __name__ == "__main__":
    threads = [Thread(target=visit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("two visits, counted:", counted["visits"])
