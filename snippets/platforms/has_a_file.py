# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Start one program in five ways: could a child import it again?"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = """\
import sys
from pathlib import Path

def children_find_main():
    main = sys.modules["__main__"]
    if getattr(main, "__spec__", None):
        return True  # started as a module, by -m
    return Path(getattr(main, "__file__", "")).is_file()

print(children_find_main())
"""

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        env = os.environ | {"HOME": folder}  # -i keeps a history
        Path(folder, "program.py").write_text(PROGRAM)
        for options, typed in (
            (["program.py"], ""),
            (["-m", "program"], ""),
            (["-c", PROGRAM], ""),
            (["-"], PROGRAM),
            (["-i", "-q"], PROGRAM),
        ):
            done = subprocess.run(
                [sys.executable, *options],
                input=typed,
                cwd=folder,
                env=env,
                capture_output=True,
                text=True,
            )
            command = " ".join(options).replace(PROGRAM, "...")
            print(f"python {command}: {done.stdout.strip()}")
