# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# start-methods = []
# ///
"""Turn the GIL on and off by an option, then by a variable."""

import os
import subprocess
import sys

QUESTION = "import sys; print(sys._is_gil_enabled())"


def ask(what, *options, **variables):
    run = subprocess.run(
        [sys.executable, *options, "-c", QUESTION],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )
    lines = (run.stdout or run.stderr).splitlines()
    print(f"{what:12} exit status {run.returncode}: {lines[0]}")


if __name__ == "__main__":
    ask("as it is")
    ask("-X gil=1", "-X", "gil=1")
    ask("PYTHON_GIL=1", PYTHON_GIL="1")
    ask("-X gil=0", "-X", "gil=0")
    ask("PYTHON_GIL=0", PYTHON_GIL="0")
