# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Start programs by posix_spawn() with signals and groups set."""

import os
import signal
import sys

LOOK = """
import os, signal
print("leads its group:", os.getpgid(0) == os.getpid(), end=", ")
print("its session:", os.getsid(0) == os.getpid())
blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
print("SIGUSR1 blocked:", signal.SIGUSR1 in blocked, end=", ")
ignored = signal.getsignal(signal.SIGUSR2) == signal.SIG_IGN
print("SIGUSR2 ignored:", ignored, flush=True)
"""


def look(start, **options):
    command = [sys.executable, "-c", LOOK]
    pid = start(command[0], command, os.environ, **options)
    os.waitpid(pid, 0)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    plain = (os.SCHED_OTHER, os.sched_param(0))
    for start in os.posix_spawn, os.posix_spawnp:
        print(f"{start.__name__}:", flush=True)
        look(start, file_actions=[], setpgroup=0, scheduler=plain)
        look(start, setsid=True, setsigmask=[signal.SIGUSR1])
        look(start, resetids=True, setsigdef=[signal.SIGUSR2])
