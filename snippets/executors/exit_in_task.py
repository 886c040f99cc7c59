# /// script
# [tool.snippet]
# exit = 3
# ///
"""Call sys.exit() in a task: the worker lives on, the parent exits."""

import sys
from concurrent.futures import ProcessPoolExecutor


def give_up(code):
    sys.exit(code)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(give_up, 3)
        print("the exception:", repr(future.exception()))
        print(
            "the executor still works:",
            executor.submit(abs, -5).result(),
        )
        future.result()
    print("never printed")
