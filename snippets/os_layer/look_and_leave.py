# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Look at an ended child and leave it there, then take it away."""

import os
import select
import signal

if __name__ == "__main__":
    child = os.fork()
    if child == 0:
        signal.pause()
    handle = os.pidfd_open(child)
    looked = os.WEXITED | os.WNOHANG
    print("while it runs:", os.waitid(os.P_PID, child, looked))

    os.kill(child, signal.SIGTERM)
    readable, _, _ = select.select([handle], [], [], 5)
    print("the handle is readable:", readable == [handle])

    leave_it = os.WEXITED | os.WNOWAIT
    for options in leave_it, os.WEXITED:
        result = os.waitid(os.P_PIDFD, handle, options)
        killed = result.si_code == os.CLD_KILLED
        print("killed:", killed, "by signal", result.si_status)
    os.close(handle)
    try:
        os.waitid(os.P_PID, child, os.WEXITED)
    except ChildProcessError as error:
        print(f"ChildProcessError: {error}")
