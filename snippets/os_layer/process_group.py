# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Put two children into a group of their own, and end both at once."""

import os
import signal


def sleeper():
    child = os.fork()
    if child == 0:
        while True:
            signal.pause()
    return child


if __name__ == "__main__":
    leader, member = sleeper(), sleeper()
    os.setpgid(leader, leader)
    os.setpgid(member, leader)
    print("member's group is led:", os.getpgid(member) == leader)
    print("and is not mine:", os.getpgid(0) != leader)
    os.killpg(leader, signal.SIGTERM)
    for child in leader, member:
        _, status = os.waitpid(child, 0)
        print("exit code:", os.waitstatus_to_exitcode(status))
