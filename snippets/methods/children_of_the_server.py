# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Ask two processes who forked them: the same fork server."""

import os
from multiprocessing import get_context


def report(connection):
    connection.send(os.getppid())


if __name__ == "__main__":
    context = get_context("forkserver")
    forked_by = []
    for _ in range(2):
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=report, args=(sender,))
        process.start()
        forked_by.append(receiver.recv())
        process.join()
    print("processes started:", len(forked_by))
    print("forked by this process:", os.getpid() in forked_by)
    print("forked by one and the same:", len(set(forked_by)) == 1)
