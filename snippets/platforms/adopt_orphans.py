# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Play process 1 of a container: adopt an orphan, then reap it."""

import ctypes
import os
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36  # from <linux/prctl.h>


def state(pid):
    text = Path(f"/proc/{pid}/stat").read_text()
    return text.rpartition(")")[2].split()[0]


if __name__ == "__main__":
    me = os.getpid()
    assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1) == 0
    ready, leave = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            os.read(leave[0], 1)  # the parent is dead by now
            os.write(ready[1], b"%d %d" % (os.getpid(), os.getppid()))
        os._exit(0)
    os.waitpid(child, 0)
    os.write(leave[1], b"!")
    orphan, parent = map(int, os.read(ready[0], 100).split())
    print("the orphan's parent is process 1:", parent == me)
    os.waitid(os.P_PID, orphan, os.WEXITED | os.WNOWAIT)
    print("it has ended, and its state is", state(orphan))
    while True:  # what an init does whenever it gets SIGCHLD
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            break  # none is left
        if pid == 0:
            break  # those that are left have not ended
        print("reaped a process that I never started:", pid == orphan)
    print("still there:", Path(f"/proc/{orphan}").exists())
