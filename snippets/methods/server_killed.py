# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# child-exits = [255]
# ///
"""Kill the fork server while a process that it forked is at work."""

import os
import signal
from multiprocessing import get_context


def work(connection):
    connection.send(os.getppid())
    connection.recv()
    connection.send("still here")


if __name__ == "__main__":
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,))
    process.start()
    theirs.close()
    server = ours.recv()
    os.kill(server, signal.SIGKILL)
    until = os.WEXITED | os.WNOWAIT  # leaves the status to others
    os.waitid(os.P_PID, server, until)
    process.join()
    print("exit code, says the parent:", process.exitcode)
    ours.send("go on")
    print("the child says:", ours.recv())

    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,))
    process.start()
    print("the next has a new server:", ours.recv() != server)
    ours.send("go on")
    process.join()
    print("exit code, says the parent:", process.exitcode)
