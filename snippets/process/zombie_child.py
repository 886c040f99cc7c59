# /// script
# [tool.snippet]
# platforms = ["Linux"]
# ///
"""Let a child end without joining it, and look for the zombie."""

import os
from contextlib import suppress
from multiprocessing import Process, active_children
from multiprocessing.connection import wait
from pathlib import Path


def state(pid):
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return "gone"
    letter = text.rpartition(")")[2].split()[0]
    return "zombie" if letter == "Z" else letter


if __name__ == "__main__":
    process = Process(target=print, args=("the child ends",))
    process.start()
    wait([process.sentinel])
    assert process.pid
    with suppress(ChildProcessError):  # until it is really over
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    print("nobody has joined it:", state(process.pid))
    print("active_children():", active_children())
    print("after that call:", state(process.pid))
    print("exit code", process.exitcode)
