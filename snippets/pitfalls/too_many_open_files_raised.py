# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Raise the soft limit on open files, and keep a hundred pipes."""

import resource
from multiprocessing import Pipe

if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))  # as before
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, most))
    pipes = [Pipe(duplex=False) for _ in range(100)]
    print("open pipes:", len(pipes))
