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


if __name__ == "__main__":
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    what = sys.executable, [sys.executable, "-c", LOOK], os.environ
    plain = os.SCHED_OTHER, os.sched_param(0)
    user1, user2 = [signal.SIGUSR1], [signal.SIGUSR2]
    for start in os.posix_spawn, os.posix_spawnp:
        print(f"{start.__name__}:", flush=True)
        pid = start(
            *what, file_actions=[], setpgroup=0, scheduler=plain
        )
        os.waitpid(pid, 0)
        pid = start(*what, setsid=True, setsigmask=user1)
        os.waitpid(pid, 0)
        pid = start(*what, resetids=True, setsigdef=user2)
        os.waitpid(pid, 0)
