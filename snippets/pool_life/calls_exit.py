# /// script
# [tool.snippet]
# child-exits = [2]
# ///
"""Call sys.exit() in a task: the worker ends, and no result comes."""

import sys
from multiprocessing import Pool, TimeoutError


def parse(line):
    if "=" not in line:
        sys.exit(2)
    return line.split("=")


def parse_safely(line):
    try:
        return parse(line)
    except SystemExit as error:
        raise ValueError(f"{line!r} is no setting") from error


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            print(pool.apply(parse_safely, ("size",)))
        except ValueError as error:
            print("ValueError:", error)
        result = pool.apply_async(parse, ("size",))
        try:
            print(result.get(timeout=0.5))
        except TimeoutError:
            print("no result, no error")
