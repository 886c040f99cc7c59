# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Do not wait for a child that has ended: it stays as a zombie."""

import os
from pathlib import Path


def state(pid):
    text = Path(f"/proc/{pid}/stat").read_text()
    return text.rpartition(")")[2].split()[0]


if __name__ == "__main__":
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    print("ended, and its state is", state(child))
    os.waitpid(child, 0)
    print("still there:", Path(f"/proc/{child}").exists())
