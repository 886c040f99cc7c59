# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Ask for 61 and 62 workers, here and as if this were Windows."""

from concurrent.futures import ProcessPoolExecutor
from unittest.mock import patch


def ask_for(workers):
    try:
        executor = ProcessPoolExecutor(workers)
    except ValueError as error:
        return f"ValueError: {error}"
    executor.shutdown()
    return "accepted"


if __name__ == "__main__":
    for workers in 61, 62:
        print(f"{workers} here:   ", ask_for(workers))
        with patch("sys.platform", "win32"):
            print(f"{workers} Windows:", ask_for(workers))
