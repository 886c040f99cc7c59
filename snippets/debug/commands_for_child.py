# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Give the debugger in a child its commands, and let it go on."""

import io
import sys
from multiprocessing import Process
from pdb import Pdb


def work(price):
    commands = io.StringIO("args\nprice = 18\ncontinue\n")
    debugger = Pdb(stdin=commands, stdout=sys.stdout, nosigint=True)
    debugger.set_trace()
    print("price:", price)


if __name__ == "__main__":
    process = Process(target=work, args=(17,))
    process.start()
    process.join()
    print("exit code:", process.exitcode)
