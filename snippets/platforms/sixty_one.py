# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Ask for 62 workers here, then with Python believing in Windows."""

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
    print("here:   ", ask_for(62))
    with patch("sys.platform", "win32"):
        print("Windows:", ask_for(62))
