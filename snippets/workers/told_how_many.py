# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# start-methods = []
# ///
"""Tell Python how many CPUs to count, in two ways."""

import os
import subprocess
import sys

SOURCE = "import os; print(os.cpu_count(), os.process_cpu_count())"


def counts(options=(), **variables):
    """Ask a new Python, and return what it printed."""
    return subprocess.run(
        [sys.executable, *options, "-c", SOURCE],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


if __name__ == "__main__":
    print("PYTHON_CPU_COUNT=2:", counts(PYTHON_CPU_COUNT="2"))
    print("-X cpu_count=3:    ", counts(["-X", "cpu_count=3"]))
    both = counts(["-X", "cpu_count=3"], PYTHON_CPU_COUNT="2")
    print("both:              ", both)
