# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# signal = "SIGABRT"
# ///
"""One thread crashes, and the whole process is gone."""

import os
from threading import Thread


def crash():
    os.abort()  # as a bug in C code would: no exception, no cleanup


if __name__ == "__main__":
    print("main: starting a thread that crashes", flush=True)
    thread = Thread(target=crash)
    thread.start()
    thread.join()
    print("main: never printed")
