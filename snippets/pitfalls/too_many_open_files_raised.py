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
    for soft in 64, 512:  # as before, and raised
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, most))
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        print("limit:", limit)
    pipes = [Pipe(duplex=False) for _ in range(100)]
    print("open pipes:", len(pipes))
