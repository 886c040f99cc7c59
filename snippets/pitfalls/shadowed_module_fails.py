# /// script
# [tool.snippet]
# masks = { folder = "tmp\\w+(?=/multiprocessing\\.py)" }
# exit = 1
# child-exits = [1]
# ///
"""Call your program multiprocessing.py: it imports itself."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = """\
import multiprocessing

def greet():
    print("hello from the child")

if __name__ == "__main__":
    process = multiprocessing.Process(target=greet)
    process.start()
    process.join()
"""

if __name__ == "__main__":
    with TemporaryDirectory(dir=".") as folder:
        Path(folder, "multiprocessing.py").write_text(PROGRAM)
        run = [sys.executable, "multiprocessing.py"]
        ended = subprocess.run(run, cwd=folder)
    sys.exit(ended.returncode)
