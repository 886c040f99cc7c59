# /// script
# [tool.snippet]
# output = "pattern"
#
# [tool.snippet.masks]
# and-so-on-without-end = """\
#     (?s)(?<=multiprocessing\\.html\\n)\
#     (?!.*\\n(EOF|ConnectionReset)Error).*"""
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# hangs-after = 2
# child-exits = [1]
#
# [[tool.snippet.when]]
# start-methods = ["forkserver"]
# python = ">=3.13.8,<3.14"
# raises = "EOFError"
# child-exits = [1]
#
# [[tool.snippet.when]]
# start-methods = ["forkserver"]
# python = ">=3.14.1,<3.15"
# raises = "ConnectionResetError"
# child-exits = [1]
# ///
"""Create a pool without a main guard: its workers die, for ever."""

from multiprocessing import Pool


def double(number):
    return number * 2


with Pool(processes=1) as pool:
    print(pool.map(double, [1, 2, 3]))
