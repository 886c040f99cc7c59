# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Have the children started by a script of your own."""

import os
import shlex
import sys
from multiprocessing import Process, set_executable
from pathlib import Path
from tempfile import TemporaryDirectory


def report():
    print("started by:", os.environ.get("STARTED_BY"))


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        launcher = Path(folder, "launcher")
        python = shlex.quote(sys.executable)
        launcher.write_text(
            f'#!/bin/sh\nSTARTED_BY=launcher exec {python} "$@"\n'
        )
        launcher.chmod(0o755)
        set_executable(str(launcher))
        process = Process(target=report)
        process.start()
        process.join()
