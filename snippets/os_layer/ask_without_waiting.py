# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Make a handle that raises an error where others would wait."""

import os
import signal

if __name__ == "__main__":
    child = os.posix_spawnp("sleep", ["sleep", "60"], os.environ)
    handle = os.pidfd_open(child, flags=os.PIDFD_NONBLOCK)
    try:
        os.waitid(os.P_PIDFD, handle, os.WEXITED)
    except BlockingIOError as error:
        print(f"BlockingIOError: {error}")

    signal.pidfd_send_signal(handle, signal.SIGTERM)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    result = os.waitid(os.P_PIDFD, handle, os.WEXITED)
    print("ended by signal", result.si_status)
    os.close(handle)
