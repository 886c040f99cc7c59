# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Fork a child with a terminal of its own, and read what it prints."""

import os
import sys

if __name__ == "__main__":
    print("before", flush=True)
    child, terminal = os.forkpty()
    if child == 0:
        print("output is a terminal:", os.isatty(1))
        print("leads a session:", os.getsid(0) == os.getpid())
        sys.stdout.flush()
        os.read(0, 1)
        os._exit(0)
    text = b""
    while text.count(b"\n") < 2:
        text += os.read(terminal, 1000)
    print(text.decode().replace("\r", ""), end="")
    os.write(terminal, b"\n")
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    print("exit code:", os.waitstatus_to_exitcode(status))
