# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Stop a child, let it continue and end it, and see each change."""

import os
import signal


def change(child, signal_number):
    os.kill(child, signal_number)
    _, status = os.waitpid(child, os.WUNTRACED | os.WCONTINUED)
    if os.WIFSTOPPED(status):
        print("stopped by", signal.Signals(os.WSTOPSIG(status)).name)
    elif os.WIFCONTINUED(status):
        print("continued")
    else:
        print("ended by", signal.Signals(os.WTERMSIG(status)).name)


if __name__ == "__main__":
    child = os.fork()
    if child == 0:
        while True:
            signal.pause()
    change(child, signal.SIGSTOP)
    change(child, signal.SIGCONT)
    change(child, signal.SIGKILL)
