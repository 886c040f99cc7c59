# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Let children yield to others: a lower priority for each of them."""

import os


def report(who):
    here = os.getpriority(os.PRIO_PROCESS, 0)
    print(f"{who}: {here - usual:+}", flush=True)


if __name__ == "__main__":
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    report("parent")
    child = os.fork()
    if child == 0:
        os.nice(3)
        report("child, nice(3)")
        os.nice(2)
        report("child, nice(2) more")
        os._exit(0)
    os.waitpid(child, 0)

    child = os.fork()
    if child == 0:
        os.setpriority(os.PRIO_PROCESS, 0, usual + 1)
        report("child, setpriority()")
        os._exit(0)
    os.waitpid(child, 0)
    report("parent")
