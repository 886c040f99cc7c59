# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Raise an exception in a callback: it is logged, and no more."""

from concurrent.futures import ProcessPoolExecutor


def save(future):
    raise OSError("no space left")


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(abs, -5)
        print("result:", future.result())
        future.add_done_callback(save)
    print("and the program goes on")
