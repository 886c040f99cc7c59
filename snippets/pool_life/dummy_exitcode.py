# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Let a thread of multiprocessing.dummy fail: its exit code is 0."""

from multiprocessing.dummy import Process


def fail():
    raise ValueError("no such number")


if __name__ == "__main__":
    process = Process(target=fail, name="worker 1")
    process.start()
    process.join()
    print("exit code:", process.exitcode)
