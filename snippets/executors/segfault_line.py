# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# child-exits = [-11]
# output = "pattern"
# masks = { thread = "(?<=Current thread )0x\\w+( \\[[^]]*\\])?" }
# ///
"""Let faulthandler tell the line at which a worker crashes."""

import ctypes
import faulthandler
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def read_address(address):
    return ctypes.string_at(address)


def report_crashes():
    faulthandler.enable(c_stack=False)  # c_stack is new in 3.14


if __name__ == "__main__":
    with ProcessPoolExecutor(1, None, report_crashes) as executor:
        try:
            executor.submit(read_address, 1).result()
        except BrokenProcessPool as error:
            print(error)
