# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Wait for children in five ways, and learn more from some of them."""

import os


def child_that_ends_with(code):
    child = os.fork()
    if child == 0:
        sum(range(100_000))
        os._exit(code)
    return child


def report(way, status):
    print(way, "exit code", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    child_that_ends_with(1)
    pid, status = os.wait()
    report("wait:", status)

    child = child_that_ends_with(2)
    pid, status = os.waitpid(child, 0)
    report("waitpid:", status)

    child_that_ends_with(3)
    pid, status, usage = os.wait3(0)
    report("wait3:", status)

    child = child_that_ends_with(4)
    pid, status, usage = os.wait4(child, 0)
    report("wait4:", status)
    print("it used memory:", usage.ru_maxrss > 0)
    print("and some time:", usage.ru_utime + usage.ru_stime > 0)

    try:
        os.wait()
    except ChildProcessError as error:
        print(f"ChildProcessError: {error}")
