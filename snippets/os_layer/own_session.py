# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Leave the session of the terminal, as background services do."""

import os

if __name__ == "__main__":
    session, group = os.getsid(0), os.getpgid(0)
    child = os.fork()
    if child == 0:
        print("same session:", os.getsid(0) == session)
        print("same group:", os.getpgid(0) == group, flush=True)
        os.setsid()
        me = os.getpid()
        print("leads a session:", os.getsid(0) == me)
        print("leads a group:", os.getpgid(0) == me, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
