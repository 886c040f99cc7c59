# /// script
# requires-python = ">=3.15"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Preload a module that does not exist, and let that be an error."""

import os
from multiprocessing import get_context
from tempfile import TemporaryFile


def work():
    print("never printed")


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(["sqllite3"], on_error="fail")
    process = context.Process(target=work)
    with TemporaryFile("w+") as log:
        terminal = os.dup(2)
        os.dup2(log.fileno(), 2)  # standard error, for the server too
        try:
            process.start()
        except (EOFError, ConnectionError):
            print("no server, and so no child")
        finally:
            os.dup2(terminal, 2)
        log.seek(0)
        print(log.read().splitlines()[-1])
