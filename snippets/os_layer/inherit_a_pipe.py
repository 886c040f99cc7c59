# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Hand one end of a pipe to another program, and keep the other."""

import os
import sys

CODE = "import os, sys; os.write(int(sys.argv[1]), b'hello')"


def run(write_end):
    command = [sys.executable, "-c", CODE, str(write_end)]
    quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(
        sys.executable, command, os.environ, file_actions=quiet
    )
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    read_end, write_end = os.pipe()
    print("inheritable:", os.get_inheritable(write_end))
    print("exit code:", run(write_end))
    os.set_inheritable(write_end, True)
    print("inheritable:", os.get_inheritable(write_end))
    print("exit code:", run(write_end))
    print("received:", os.read(read_end, 100))
