# /// script
# [tool.snippet]
# start-methods = []
# timeout = 60
# ///
"""Run commands three at a time, each with a limit, and keep all."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

COMMANDS = {
    "upper": ["-c", "print('done'.upper())"],
    "fails": ["-c", "import sys; sys.exit(3)"],
    "stuck": ["-c", "import time; time.sleep(3600)"],
    "typo": ["no_such_file.py"],
}
LIMITS = {"stuck": 0.5}


def run(name):
    command = [sys.executable, *COMMANDS[name]]
    try:
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=LIMITS.get(name, 60),
        )
    except subprocess.TimeoutExpired as error:
        return name, f"killed after {error.timeout} s"
    if result.returncode != 0:
        return name, f"failed with {result.returncode}"
    return name, result.stdout.strip()


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=3) as threads:
        for name, outcome in threads.map(run, COMMANDS):
            print(f"{name}: {outcome}")
