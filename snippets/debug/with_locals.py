# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Send the local variables home: they are text in the error's note."""

import functools
import traceback
from multiprocessing import Pool


def with_locals(task):
    @functools.wraps(task)
    def run(*args):
        try:
            return task(*args)
        except Exception as error:
            details = traceback.TracebackException.from_exception(
                error, capture_locals=True
            )
            last = details.stack[-1]
            error.add_note(f"in {last.name}: {last.locals}")
            raise

    return run


@with_locals
def average(prices):
    total = sum(prices)
    count = len(prices)
    return total / count


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(average, [[3, 5], []])
        except ZeroDivisionError as error:
            print("error:", error)
            print("note:", *error.__notes__)
