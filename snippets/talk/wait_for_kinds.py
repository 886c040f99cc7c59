# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Wait for a pipe, a socket, a process and a program in one call."""

import socket
import subprocess
import sys
from multiprocessing import Event, Pipe, Process
from multiprocessing.connection import wait

if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    near, far = socket.socketpair()
    may_end = Event()
    process = Process(target=may_end.wait)
    process.start()
    program = subprocess.Popen(
        [sys.executable, "-c", "print(input())"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    names = {
        receiver: "pipe",
        near: "socket",
        process.sentinel: "process",
        program.stdout: "program",
    }

    def ready(timeout):
        found = wait(names, timeout)  # type: ignore
        return sorted(names[each] for each in found)

    print("at once:", ready(timeout=0))
    print("within 0.2 s:", ready(timeout=0.2))
    sender.send("tea")
    far.sendall(b"tea")
    print("two are ready:", ready(timeout=None))
    may_end.set()
    process.join()
    print(program.communicate(b"tea\n")[0])
    names = {process.sentinel: "process", receiver: "pipe"}
    print("and then:", ready(timeout=None))
    near.close()
    far.close()
