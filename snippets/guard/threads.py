# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Use threads without a guard: none of them imports the file."""

from concurrent.futures import ThreadPoolExecutor

print("module-level code runs in", __name__)


def double(number):
    return number * 2


with ThreadPoolExecutor(max_workers=2) as executor:
    print(list(executor.map(double, [1, 2, 3])))
