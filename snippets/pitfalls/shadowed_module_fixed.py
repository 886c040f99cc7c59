# /// script
# [tool.snippet]
# output = "pattern"
# masks = { folder = "(?:/.*|tmp\\w+)(?=/multiprocessing(?:/|\\.py))" }
# ///
"""See which file is imported as multiprocessing, and rename yours."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ASK = "import multiprocessing; print(multiprocessing.__file__)"
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
        file = Path(folder, "multiprocessing.py")
        file.write_text(PROGRAM)
        subprocess.run([sys.executable, "-c", ASK], cwd=folder)

        file.rename(Path(folder, "greetings.py"))
        subprocess.run([sys.executable, "-c", ASK], cwd=folder)
        subprocess.run([sys.executable, "greetings.py"], cwd=folder)
