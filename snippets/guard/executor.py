# /// script
# [tool.snippet]
# start-methods = ["spawn"]
# raises = "BrokenProcessPool"
# child-exits = [1]
# output = "pattern"
#
# [tool.snippet.masks]
# exit-code-if-known = """\
#     (?s)(?<=multiprocessing\\.html\n).*?\
#     (?=Traceback [^\n]*\n  File "executor.py", line 11)"""
# ///
"""Submit a task to an executor from a program without a guard."""

from concurrent.futures import ProcessPoolExecutor


def double(number):
    return number * 2


with ProcessPoolExecutor(max_workers=1) as executor:
    print(executor.submit(double, 21).result())
