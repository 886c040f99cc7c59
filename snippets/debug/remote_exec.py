# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# output = "pattern"
# ///
"""Run a script in a child that is at work, without its help."""

import os
import sys
from multiprocessing import Pipe, Process
from pathlib import Path
from tempfile import TemporaryDirectory

SCRIPT = """
import sys
frame = sys._getframe()
while frame.f_code.co_name != "work":
    frame = frame.f_back
state = frame.f_locals["state"]
print("found in work():", state, flush=True)
state["stop"] = True
"""


def work(parent):
    state = {"orders": 17, "stop": False}
    parent.send(os.getpid())
    while not state["stop"]:  # stands for work in Python
        pass


if __name__ == "__main__":
    child, parent = Pipe()
    process = Process(target=work, args=(parent,))
    process.start()
    with TemporaryDirectory() as folder:
        script = Path(folder, "look.py")
        script.write_text(SCRIPT)
        sys.remote_exec(child.recv(), script)
        process.join()
    print("exit code:", process.exitcode)
