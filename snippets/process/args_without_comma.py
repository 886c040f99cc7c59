# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Forget the comma in args: each letter becomes an argument."""

from multiprocessing import Process


def greet(guest):
    print(f"Hello, {guest}.")


if __name__ == "__main__":
    for args in [("Ada",), ("Ada")]:
        process = Process(target=greet, args=args)
        process.start()
        process.join()
        print(f"args={args!r}: exit code {process.exitcode}")
