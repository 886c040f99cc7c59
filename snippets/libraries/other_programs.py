# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Run three other programs at once: threads wait for them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SOURCE = "import sys; print(len(sys.argv[1]))"


def run_program(word):
    command = [sys.executable, "-c", SOURCE, word]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True
    )
    return int(result.stdout)


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as threads:
        print(list(threads.map(run_program, ["fig", "apple", "pear"])))
