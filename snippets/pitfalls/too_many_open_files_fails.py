# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# raises = "OSError"
# ///
"""Keep a pipe for each task, until there are too many."""

import resource
from multiprocessing import Pipe, Process


def square(number, connection):
    connection.send(number * number)


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))

    pipes = []
    for number in range(100):
        pipes.append(Pipe(duplex=False))
    for number, (receiver, sender) in enumerate(pipes):
        Process(target=square, args=(number, sender)).start()
