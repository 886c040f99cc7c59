"""Change things before the first process, and see what it gets."""

import decimal
import os
import sys
from multiprocessing import Process

setting = "as imported"


def report(argument):
    print("argument:         ", argument)
    print("global variable:  ", setting)
    print("decimal precision:", decimal.getcontext().prec)
    print("os.environ:       ", os.environ.get("SETTING"))
    print("sys.argv:         ", sys.argv[1:])
    print("working directory:", os.path.basename(os.getcwd()))


if __name__ == "__main__":
    setting = "changed"
    decimal.getcontext().prec = 3
    os.environ["SETTING"] = "changed"
    sys.argv.append("changed")
    os.mkdir("changed")
    os.chdir("changed")
    process = Process(target=report, args=("changed",))
    process.start()
    process.join()
