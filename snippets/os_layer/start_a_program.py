# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Start another program without copying yourself first."""

import os
import sys

if __name__ == "__main__":
    read_end, write_end = os.pipe()
    command = [sys.executable, "-c", "print('a fresh Python')"]
    into_the_pipe = [(os.POSIX_SPAWN_DUP2, write_end, 1)]
    by_path = os.posix_spawn(
        sys.executable, command, os.environ, file_actions=into_the_pipe
    )
    os.close(write_end)
    with open(read_end) as stream:
        print("it prints:", stream.read().strip())
    _, status = os.waitpid(by_path, 0)
    print("exit code:", os.waitstatus_to_exitcode(status))

    by_name = os.posix_spawnp("sh", ["sh", "-c", "exit 7"], os.environ)
    _, status = os.waitpid(by_name, 0)
    print("exit code of sh:", os.waitstatus_to_exitcode(status))
