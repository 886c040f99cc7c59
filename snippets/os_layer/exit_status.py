# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Take apart the status that the system keeps of an ended process."""

import os
import signal


def end_by(number):
    os.kill(os.getpid(), number)


def report(what, function, argument):
    child = os.fork()
    if child == 0:
        function(argument)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        how = f"exited, status {os.WEXITSTATUS(status)}"
    elif os.WIFSIGNALED(status):
        how = f"killed by signal {os.WTERMSIG(status)}"
    code = os.waitstatus_to_exitcode(status)
    print(f"{what}: {how}, exit code {code}")


if __name__ == "__main__":
    for number in 0, 3, 256:
        report(f"_exit({number})", os._exit, number)
    for name in "SIGKILL", "SIGSEGV", "SIGTERM":
        report(name, end_by, signal.Signals[name])
